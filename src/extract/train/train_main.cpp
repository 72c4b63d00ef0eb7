// assay-train: learns the models of assets/models from the data folder.
//
//   assay-train pos|quotes|worth DATA OUT_FILE
//
// Same data, same bytes. Prints what it measured on dev; writes the file only when all went well.
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

#include "base/file_system.h"
#include "extract/train/train_pos.h"
#include "extract/train/train_quotes.h"
#include "extract/train/train_worth.h"

namespace {

namespace train = assay::extract::train;

assay::base::Result<std::string> learn(std::string_view what, const std::filesystem::path& data) {
  if (what == "pos") return train::trainPos(data);
  if (what == "worth") return train::trainWorth(data);
  if (what == "quotes") return train::trainQuotes(data);
  return assay::base::fail(
      assay::base::ErrorCode::invalidInput,
      "\"" + std::string(what) + "\" is no model; expected pos, quotes or worth.");
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 4) {
    std::fputs("usage: assay-train pos|quotes|worth DATA OUT_FILE\n", stderr);
    return 2;
  }
  const auto model = learn(argv[1], argv[2]);
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
