// assay-train: learns the models of assets/models from the data folder.
//
//   assay-train pos|quotes|worth DATA OUT_FILE
//   assay-train encoder-texts DATA OUT_FILE PIECES CLAUSES   what encoder.py learns the encoder
//   from
//
// Same data, same bytes. Prints what it measured on dev; writes the file only when all went well.
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "extract/train/encoder_texts.h"
#include "extract/train/train_pos.h"
#include "extract/train/train_quotes.h"
#include "extract/train/train_worth.h"

namespace {

namespace train = assay::extract::train;

assay::base::Result<std::string> learn(std::string_view what, const std::filesystem::path& data,
                                       const std::filesystem::path& pieces,
                                       const std::filesystem::path& clauses) {
  if (what == "encoder-texts") {
    const auto list = assay::base::RealFileSystem().read(pieces, 10'000'000);
    if (!list) return assay::base::passOn(list);
    return train::encoderTexts(data, *list, clauses);
  }
  if (what == "pos") return train::trainPos(data);
  if (what == "worth") return train::trainWorth(data);
  if (what == "quotes") return train::trainQuotes(data);
  return assay::base::fail(
      assay::base::ErrorCode::invalidInput,
      "\"" + std::string(what) + "\" is no model; expected pos, quotes or worth.");
}

}  // namespace

int main(int argc, char** argv) {
  const bool texts = argc > 1 && std::string_view(argv[1]) == "encoder-texts";
  if (argc != (texts ? 6 : 4)) {
    std::fputs(
        "usage: assay-train pos|quotes|worth DATA OUT_FILE\n"
        "       assay-train encoder-texts DATA OUT_FILE PIECES CLAUSES\n",
        stderr);
    return 2;
  }
  const auto model = learn(argv[1], argv[2], texts ? argv[4] : "", texts ? argv[5] : "");
  if (!model) {
    std::fprintf(stderr, "%s\n", model.error().text().c_str());
    return 1;
  }
  const auto written = assay::base::RealFileSystem().writeAtomically(argv[3], *model);
  if (!written) {
    std::fprintf(stderr, "%s\n", written.error().text().c_str());
    return 1;
  }
  std::printf("%s: %zu bytes\n", argv[3], model->size());
  return 0;
}
