// A treebank as one text with a reading over it, as if the program had read it.
//
// The treebank keeps its own tokens: what the program cuts differently would teach and measure
// nothing. Every sentence is a paragraph of its own.
#pragma once

#include <string>
#include <vector>

#include "extract/nlp/reading.h"
#include "extract/quotation_marks.h"
#include "extract/train/corpus.h"

namespace assay::extract::train {

class TreebankText {
 public:
  explicit TreebankText(const std::vector<TreeSentence>& sentences);
  // The reading points into the text.
  TreebankText(const TreebankText&) = delete;
  TreebankText& operator=(const TreebankText&) = delete;

  [[nodiscard]] const nlp::Reading& reading() const { return reading_; }
  [[nodiscard]] nlp::Reading& reading() { return reading_; }

 private:
  void add(const TreeSentence& sentence);

  std::string text_;
  nlp::Reading reading_;
};

/// What stands between marks in the paragraphs of a reading.
[[nodiscard]] std::vector<Marked> markedIn(const nlp::Reading& reading);

}  // namespace assay::extract::train
