#include "extract/train/treebank_text.h"

#include "extract/nlp/characters.h"

namespace assay::extract::train {

TreebankText::TreebankText(const std::vector<TreeSentence>& sentences) {
  for (const TreeSentence& sentence : sentences) add(sentence);
  reading_.text = text_;
  reading_.lower = nlp::asciiLower(text_);
}

void TreebankText::add(const TreeSentence& sentence) {
  nlp::Sentence out;
  out.tokens.begin = reading_.tokens.size();
  out.paragraph = reading_.paragraphs.size();
  const std::size_t start = text_.size();
  for (std::size_t i = 0; i < sentence.forms.size(); ++i) {
    const std::size_t begin = text_.size();
    text_ += sentence.forms[i];
    std::vector<nlp::Token> kind;
    nlp::appendTokens(text_, {begin, text_.size()}, kind);
    const auto tokenKind = kind.size() == 1 ? kind[0].kind : nlp::TokenKind::word;
    const bool space = i == 0 || sentence.spaceAfter[i - 1];
    reading_.tokens.push_back({{begin, text_.size()}, tokenKind, space});
    if (sentence.spaceAfter[i]) text_ += ' ';
  }
  out.tokens.end = reading_.tokens.size();
  out.span = {start, text_.size()};
  const std::size_t index = reading_.sentences.size();
  reading_.sentenceOf.resize(reading_.tokens.size(), static_cast<std::uint32_t>(index));
  reading_.paragraphs.push_back(
      {out.span, 0, model::BlockRole::body, {index, index + 1}, out.tokens});
  reading_.sentences.push_back(out);
  text_ += '\n';
}

std::vector<Marked> markedIn(const nlp::Reading& reading) {
  std::vector<base::Span> paragraphs;
  paragraphs.reserve(reading.paragraphs.size());
  for (const nlp::Paragraph& paragraph : reading.paragraphs) paragraphs.push_back(paragraph.span);
  return findMarked(reading.text, paragraphs);
}

}  // namespace assay::extract::train
