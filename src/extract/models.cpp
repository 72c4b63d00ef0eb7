#include "extract/models.h"

#include <string_view>

// The assembler puts each file into the read-only part of the program as it is: no copy in
// memory, pages are read when they are first asked for.
#define ASSAY_EMBED(name, path) \
  asm(".section .rodata\n"      \
      ".balign 64\n"            \
      ".global kAssay" name     \
      "\n"                      \
      "kAssay" name             \
      ":\n"                     \
      ".incbin \"" path         \
      "\"\n"                    \
      ".global kAssay" name     \
      "End\n"                   \
      "kAssay" name             \
      "End:\n"                  \
      ".byte 0\n"               \
      ".previous\n")

extern "C" {
#ifdef ASSAY_MODEL_POS
ASSAY_EMBED("PosModel", ASSAY_MODEL_POS);
extern const char kAssayPosModel[];
extern const char kAssayPosModelEnd[];
#endif
#ifdef ASSAY_MODEL_ENCODER
ASSAY_EMBED("EncoderModel", ASSAY_MODEL_ENCODER);
extern const char kAssayEncoderModel[];
extern const char kAssayEncoderModelEnd[];
#endif
#ifdef ASSAY_MODEL_QUOTES
ASSAY_EMBED("QuotesModel", ASSAY_MODEL_QUOTES);
extern const char kAssayQuotesModel[];
extern const char kAssayQuotesModelEnd[];
#endif
#ifdef ASSAY_MODEL_WORTH
ASSAY_EMBED("WorthModel", ASSAY_MODEL_WORTH);
extern const char kAssayWorthModel[];
extern const char kAssayWorthModelEnd[];
#endif
}

namespace assay::extract {

namespace {

[[maybe_unused]] nlp::LinearModel opened(const char* begin, const char* end) {
  const std::string_view bytes(begin, static_cast<std::size_t>(end - begin));
  return nlp::LinearModel::open(bytes).value_or(nlp::LinearModel());
}

Models load() {
  Models models;
#ifdef ASSAY_MODEL_POS
  models.pos = opened(kAssayPosModel, kAssayPosModelEnd);
#endif
#ifdef ASSAY_MODEL_QUOTES
  models.quotes = opened(kAssayQuotesModel, kAssayQuotesModelEnd);
#endif
#ifdef ASSAY_MODEL_WORTH
  models.worth = opened(kAssayWorthModel, kAssayWorthModelEnd);
#endif
  return models;
}

}  // namespace

const neural::EncoderModel& builtInEncoder() {
#ifdef ASSAY_MODEL_ENCODER
  static const neural::EncoderModel encoder =
      neural::openEncoder({kAssayEncoderModel, kAssayEncoderModelEnd})
          .value_or(neural::EncoderModel());
#else
  static const neural::EncoderModel encoder;
#endif
  return encoder;
}

const Models& builtInModels() {
  static const Models models = load();
  return models;
}

}  // namespace assay::extract
