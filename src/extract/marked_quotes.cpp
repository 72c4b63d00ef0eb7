#include "extract/marked_quotes.h"

#include <algorithm>

#include "extract/clauses.h"
#include "extract/nlp/characters.h"
#include "extract/nlp/phrases.h"
#include "extract/nlp/reporting_words.h"
#include "extract/signed_quotes.h"

namespace assay::extract {

namespace {

using base::Span;
using nlp::Pos;
using nlp::Range;
using nlp::Reading;

// A marked stretch with its place among the tokens.
struct Piece {
  const Marked* marked = nullptr;
  Range tokens;  // inside the marks
  Range outer;   // with the marks
  bool startsSentence = false;
  bool endsSentence = false;  // its own last sign ends a sentence
  bool endsClause = false;    // its own last sign is a comma or ends a sentence
};

// What the finder remembers from paragraph to paragraph.
struct Memory {
  std::optional<std::size_t> last;                // attribution at the end of the paragraph before
  std::optional<AttributingClause> introduction;  // of a paragraph that ends with a colon
  std::optional<Range> subject;                   // of the sentence before
};

class Finder {
 public:
  Finder(const Reading& reading, const std::vector<Marked>& marked)
      : r_(reading), marked_(marked), owner_(marked.size()) {}

  std::vector<Attribution> run() {
    std::size_t m = 0;
    for (std::size_t p = 0; p < r_.paragraphs.size(); ++p) {
      std::vector<Piece> pieces;
      for (; m < marked_.size() && marked_[m].paragraph == p; ++m) {
        if (marked_[m].depth == 0) pieces.push_back(pieceOf(marked_[m]));
      }
      std::erase_if(pieces, [&](const Piece& piece) {
        return piece.tokens.size() == 0 || stageDirection(piece);
      });
      readParagraph(r_.paragraphs[p], pieces);
    }
    nested();
    return std::move(out_);
  }

 private:
  Piece pieceOf(const Marked& marked) const {
    Piece piece;
    piece.marked = &marked;
    piece.tokens = r_.tokensIn(marked.inner);
    piece.outer = r_.tokensIn(marked.outer);
    if (piece.tokens.size() == 0) return piece;
    const nlp::Sentence& sentence = r_.sentenceAt(piece.tokens.begin);
    piece.startsSentence = sentence.tokens.begin >= piece.outer.begin;
    const std::string_view last = r_.word(piece.tokens.end - 1);
    piece.endsSentence = last == "." || last == "?" || last == "!" || last == "…" ||
                         last.ends_with("...") || !marked.closed;
    piece.endsClause = piece.endsSentence || last == "," || last == "—" || last == "-";
    return piece;
  }

  // “(Applause.)”: what a transcript says of the room, not of the speaker.
  bool stageDirection(const Piece& piece) const {
    std::size_t end = piece.tokens.end;
    while (end > piece.tokens.begin + 1 && r_.word(end - 1) == ".") --end;
    const std::string_view first = r_.word(piece.tokens.begin);
    const std::string_view last = r_.word(end - 1);
    return piece.tokens.size() < 8 &&
           ((first == "(" && last == ")") || (first == "[" && last == "]"));
  }

  void readParagraph(const nlp::Paragraph& paragraph, const std::vector<Piece>& pieces) {
    std::optional<std::size_t> previous;  // attribution of the piece before, in this paragraph
    if (const auto spoken = transcript(paragraph)) {
      memory_ = {};
      if (pieces.empty() || pieces.front().outer.begin != *spoken + 1) return;
      speaking_.reset();
    } else if (speaking_ && speaksOn(paragraph, pieces)) {
      return;
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
      const std::size_t left = i == 0 ? paragraph.tokens.begin : pieces[i - 1].outer.end;
      const std::size_t right =
          i + 1 < pieces.size() ? pieces[i + 1].outer.begin : paragraph.tokens.end;
      if (previous && covered(*previous, pieces[i])) continue;
      const bool alone = i == 0 && pieces[i].outer.begin == paragraph.tokens.begin;
      if (const auto made = attribute(pieces[i], left, right, previous, alone)) previous = made;
    }
    remember(paragraph, pieces, previous);
  }

  // "ORTEGA: We will stay." in a transcript: all that follows is said, marks or not. Gives the
  // colon's place when the paragraph begins so.
  std::optional<std::size_t> transcript(const nlp::Paragraph& paragraph) {
    Range tokens = paragraph.tokens;
    if (r_.tokens[tokens.begin].kind == nlp::TokenKind::mark) ++tokens.begin;
    std::size_t colon = tokens.begin;
    while (colon < tokens.end && colon < tokens.begin + 5 && r_.word(colon) != ":") ++colon;
    if (colon == tokens.begin || colon >= tokens.begin + 5 || colon + 4 > tokens.end) {
      return std::nullopt;
    }
    const Range name{tokens.begin, colon};
    if (!nlp::allCapitals(r_.spanOf(name).of(r_.text))) return std::nullopt;
    const Span said = r_.spanOf({colon + 1, tokens.end});
    if (nlp::allCapitals(said.of(r_.text))) return std::nullopt;
    if (r_.tokens[colon + 1].kind == nlp::TokenKind::mark) return colon;
    Attribution a;
    a.kind = model::QuoteKind::direct;
    a.content = {said};
    a.source = r_.spanOf(name);
    a.from = SourceFrom::clause;
    a.confidence = 0.9;
    out_.push_back(std::move(a));
    speaking_ = out_.size() - 1;
    return colon;
  }

  // A paragraph of a transcript without a name of its own goes on from the one before, when it
  // begins with the mark that all of them begin with and never closes it.
  bool speaksOn(const nlp::Paragraph& paragraph, const std::vector<Piece>& pieces) {
    if (pieces.size() != 1 || pieces.front().outer.begin != paragraph.tokens.begin ||
        pieces.front().outer.end != paragraph.tokens.end || pieces.front().marked->closed) {
      // A remark about the room between two speeches keeps the speech open.
      if (!pieces.empty() || r_.tokens[paragraph.tokens.begin].kind != nlp::TokenKind::mark) {
        speaking_.reset();
      }
      return false;
    }
    out_[*speaking_].content.push_back(pieces.front().marked->inner);
    owner_[indexOf(pieces.front())] = speaking_;
    return true;
  }

  // Did the attribution before already take this piece in (a mixed quote of several pieces)?
  bool covered(std::size_t previous, const Piece& piece) const {
    return out_[previous].content.back().end >= piece.marked->inner.end;
  }

  // Limits of the sentences around a piece.
  Range sentenceAround(const Piece& piece, std::size_t left, std::size_t right) const {
    const nlp::Sentence& first = r_.sentenceAt(piece.tokens.begin);
    const nlp::Sentence& last = r_.sentenceAt(piece.outer.end - 1);
    return {std::max(left, first.tokens.begin), std::min(right, last.tokens.end)};
  }

  std::optional<std::size_t> attribute(const Piece& piece, std::size_t left, std::size_t right,
                                       std::optional<std::size_t> previous, bool alone) {
    const Range around = sentenceAround(piece, left, right);
    if (const auto made = continued(piece)) return made;
    if (const auto signature = signatureIn(r_, piece.outer.end, right)) {
      return behind(piece, *signature, around);
    }
    if (namesProgramme(piece, around)) return std::nullopt;
    if (piece.endsClause || r_.word(std::min(piece.outer.end, r_.tokens.size() - 1)) == ",") {
      const auto clause = clauseAfter(r_, piece.outer.end, around.end);
      if (clause && (clause->source || piece.startsSentence)) {
        return behind(piece, *clause, around);
      }
    }
    if (piece.outer.begin > around.begin) {
      const auto clause = clauseBefore(r_, around.begin, piece.outer.begin);
      if (clause && previous && out_[*previous].cue == r_.spanOf(clause->cue)) {
        // “…,” he said, “…”: the clause between two pieces makes them one quote.
        out_[*previous].content.push_back(piece.marked->inner);
        return own(piece, *previous);
      }
      if (clause) return before(piece, sharing(*clause, previous), around);
    }
    if (r_.paragraphs[piece.marked->paragraph].role == model::BlockRole::subheading) {
      return std::nullopt;  // repeats what somebody says below
    }
    if (const auto made = goesOn(piece, previous, around)) return made;
    if (const auto made = introduced(piece, alone)) return made;
    return bySubject(piece, around);
  }

  // On “Morning in Skerrow,” Kelly said …; said on Radio One’s “Morning in Skerrow.”: the sign
  // belongs to the sentence, the capitals to a title.
  bool namesProgramme(const Piece& piece, Range around) const {
    constexpr std::size_t kLongestTitle = 8;
    if (piece.outer.begin <= around.begin || piece.tokens.size() > kLongestTitle) return false;
    const std::size_t before = piece.outer.begin - 1;
    const bool leads = (r_.pos[before] == Pos::in && r_.lowerWord(before) != "that") ||
                       r_.pos[before] == Pos::possessive;
    return leads && nlp::titleCased(r_, piece.tokens);
  }

  std::size_t add(const Piece& piece, std::vector<Span> content, SourceFrom from,
                  double confidence) {
    Attribution a;
    a.kind = kindOf(r_, marked_, content);
    a.content = std::move(content);
    a.from = from;
    a.confidence = piece.marked->closed ? confidence : confidence - 0.15;
    out_.push_back(std::move(a));
    return out_.size() - 1;
  }

  void setClause(std::size_t at, const AttributingClause& clause) {
    out_[at].cue = r_.spanOf(clause.cue);
    if (clause.source) out_[at].source = r_.spanOf(*clause.source);
  }

  // “…” of the paragraph before was not closed and opens again here.
  std::optional<std::size_t> continued(const Piece& piece) {
    if (!piece.marked->continues) return std::nullopt;
    const auto owner = owner_[*piece.marked->continues];
    if (!owner) return std::nullopt;
    out_[*owner].content.push_back(piece.marked->inner);
    owner_[indexOf(piece)] = owner;
    return owner;
  }

  std::size_t indexOf(const Piece& piece) const {
    return static_cast<std::size_t>(piece.marked - marked_.data());
  }

  std::size_t own(const Piece& piece, std::size_t at) {
    owner_[indexOf(piece)] = at;
    return at;
  }

  // “…,” Kelly said
  std::size_t behind(const Piece& piece, const AttributingClause& clause, Range around) {
    std::vector<Span> content = {piece.marked->inner};
    if (!piece.startsSentence && piece.outer.begin > around.begin &&
        !nlp::isUpper(nlp::charAt(r_.text, piece.marked->inner.begin))) {
      // The sentence began before the marks: Some of the “money,” he said.
      const std::size_t begin = contentBegin(around.begin, piece.outer.begin);
      content.front().begin = r_.tokens[begin].span.begin;
    }
    const std::size_t at = add(piece, content, SourceFrom::clause, clause.source ? 0.96 : 0.6);
    setClause(at, clause);
    return own(piece, at);
  }

  // Skips "But", "And," and commas at the beginning of a content.
  std::size_t contentBegin(std::size_t begin, std::size_t end) const {
    while (begin < end && (r_.word(begin) == "," || r_.pos[begin] == Pos::cc)) ++begin;
    return begin;
  }

  // Kelly called it “a trap” and added, “…”: a verb behind "and" has the speaker of the one before.
  AttributingClause sharing(AttributingClause clause, std::optional<std::size_t> previous) const {
    if (clause.source || !previous || !out_[*previous].source || !out_[*previous].cue)
      return clause;
    std::size_t t = clause.cue.begin;
    while (t > 0 && nlp::isAdverb(r_.pos[t - 1])) --t;
    const std::size_t other = r_.tokenFrom(out_[*previous].cue->begin);
    if (t > 0 && r_.pos[t - 1] == Pos::cc && r_.sentenceOf[other] == r_.sentenceOf[t]) {
      clause.source = r_.tokensIn(*out_[*previous].source);
    }
    return clause;
  }

  // Kelly said the plan was “a disgrace” to the town
  std::size_t before(const Piece& piece, const AttributingClause& clause, Range around) {
    const bool adjacent = clause.whole.end >= piece.outer.begin;
    std::size_t begin = piece.outer.begin;
    std::vector<Span> content;
    if (const auto behind = interrupted(piece, clause, around)) {
      content.push_back(r_.spanOf({around.begin, clause.whole.begin - 1}));
      begin = *behind;
    } else if (!adjacent) {
      begin = clause.whole.end;
      const std::string_view lemma = nlp::reportingLemma(r_.lowerWord(clause.cue.begin));
      if (nlp::reporting(r_.lowerWord(clause.cue.begin)) == nlp::Reporting::comment &&
          lemma != "call" && lemma != "describe" && lemma != "dub" && lemma != "label") {
        for (std::size_t t = begin; t < piece.outer.begin; ++t) {
          if (r_.lowerWord(t) == "for" || r_.lowerWord(t) == "as") begin = t + 1;
        }
      }
    }
    const bool capital = nlp::isUpper(nlp::charAt(r_.text, piece.marked->inner.begin));
    const bool whole = adjacent && (capital || piece.endsSentence);
    Span last{r_.tokens[begin].span.begin, piece.marked->inner.end};
    if (begin == piece.outer.begin) last.begin = piece.marked->inner.begin;
    if (!whole && !piece.endsSentence) last.end = clauseEnd(piece, around);
    content.push_back(last);
    const std::size_t at =
        add(piece, std::move(content), SourceFrom::clause, clause.source ? 0.93 : 0.6);
    setClause(at, clause);
    return own(piece, at);
  }

  // The staff, Kelly said on Monday, were “well paid”: the token behind the comma that ends the
  // clause, when the words before it have no verb of their own.
  std::optional<std::size_t> interrupted(const Piece& piece, const AttributingClause& clause,
                                         Range around) const {
    const std::size_t begin = clause.whole.begin;
    if (begin < around.begin + 2 || r_.word(begin - 1) != ",") return std::nullopt;
    for (std::size_t t = around.begin; t + 1 < begin; ++t) {
      if (nlp::isFinite(r_.pos[t]) || r_.word(t) == ",") return std::nullopt;
    }
    for (std::size_t t = clause.cue.end; t + 1 < piece.outer.begin; ++t) {
      if (r_.word(t) == ",")
        return nlp::isVerb(r_.pos[t + 1]) || r_.pos[t + 1] == Pos::md ? std::optional(t + 1)
                                                                      : std::nullopt;
    }
    return std::nullopt;
  }

  // Where a content that goes on behind the marks ends: the sentence's end, or the comma before
  // another clause.
  std::size_t clauseEnd(const Piece& piece, Range around) const {
    const nlp::Sentence& sentence = r_.sentenceAt(piece.outer.end - 1);
    std::size_t end = std::max(around.end, std::min(sentence.tokens.end, r_.tokens.size()));
    for (std::size_t t = piece.outer.end; t + 1 < end; ++t) {
      const std::string_view next = r_.lowerWord(t + 1);
      if (r_.word(t) == ";" || r_.word(t) == "—") {
        end = t;
        break;
      }
      if (r_.word(t) == "," &&
          (next == "adding" || next == "saying" || next == "according" || next == "while" ||
           next == "after" || next == "as" || next == "which" || next == "who")) {
        end = t;
        break;
      }
    }
    while (end > piece.outer.end && r_.tokens[end - 1].kind != nlp::TokenKind::word &&
           r_.tokens[end - 1].kind != nlp::TokenKind::number &&
           r_.tokens[end - 1].kind != nlp::TokenKind::symbol) {
      --end;
    }
    if (end <= piece.outer.end) return piece.marked->inner.end;
    return r_.tokens[end - 1].span.end;
  }

  // “…,” Kelly said. “…”
  std::optional<std::size_t> goesOn(const Piece& piece, std::optional<std::size_t> previous,
                                    Range around) {
    if (!previous || piece.outer.begin > around.begin + 1) return std::nullopt;
    if (!piece.startsSentence && piece.outer.begin != around.begin) return std::nullopt;
    // “We stay” in this town, she said: the sentence goes on with words of its own.
    if (!piece.endsClause && piece.outer.end + 1 < around.end) return std::nullopt;
    // Only the attributing sentence stands between.
    const std::size_t gap = r_.tokenFrom(out_[*previous].content.back().end);
    const std::size_t gapSentences =
        r_.sentenceOf[piece.tokens.begin] - r_.sentenceOf[std::min(gap, piece.tokens.begin)];
    if (gapSentences > 2 || out_[*previous].kind != model::QuoteKind::direct) {
      if (gapSentences > 2 || !piece.endsSentence) return std::nullopt;
      const std::size_t at = add(piece, {piece.marked->inner}, SourceFrom::inherited, 0.75);
      out_[at].sameSpeakerAs = previous;
      return own(piece, at);
    }
    out_[*previous].content.push_back(piece.marked->inner);
    owner_[indexOf(piece)] = previous;
    return previous;
  }

  // A paragraph that begins with marked words and says nothing else of whose they are.
  std::optional<std::size_t> introduced(const Piece& piece, bool alone) {
    if (!alone || !(piece.endsSentence || piece.tokens.size() > 6)) return std::nullopt;
    if (memory_.introduction) {
      const std::size_t at = add(piece, {piece.marked->inner}, SourceFrom::before, 0.85);
      setClause(at, *memory_.introduction);
      return own(piece, at);
    }
    if (memory_.last) {
      const std::size_t at = add(piece, {piece.marked->inner}, SourceFrom::inherited, 0.7);
      out_[at].sameSpeakerAs = memory_.last;
      return own(piece, at);
    }
    const std::size_t at = add(piece, {piece.marked->inner}, SourceFrom::before, 0.6);
    if (memory_.subject) out_[at].source = r_.spanOf(*memory_.subject);
    return own(piece, at);
  }

  // Marked words inside a sentence without a reporting verb: whole sentences are somebody's
  // words; a short stretch is a title or irony.
  std::optional<std::size_t> bySubject(const Piece& piece, Range around) {
    const bool colon = piece.outer.begin > around.begin && r_.word(piece.outer.begin - 1) == ":";
    const bool sentence = piece.endsSentence && piece.startsSentence;
    if (!colon && !(sentence && piece.tokens.size() > 4)) return std::nullopt;
    const std::size_t at = add(piece, {piece.marked->inner}, SourceFrom::before, 0.5);
    if (colon) {
      for (std::size_t t = around.begin; t < piece.outer.begin; ++t) {
        if (!nlp::isFinite(r_.pos[t])) continue;
        if (const auto subject = nlp::subjectOf(r_, around.begin, t)) {
          out_[at].source = r_.spanOf(*subject);
          out_[at].cue = r_.tokens[t].span;
        }
        break;
      }
      if (!out_[at].source) {
        // "KELLY: “…”": a transcript
        const auto name = nlp::phraseBefore(r_, around.begin, piece.outer.begin - 1);
        if (name && name->begin <= around.begin + 1) out_[at].source = r_.spanOf(*name);
      }
    } else if (memory_.subject) {
      out_[at].source = r_.spanOf(*memory_.subject);
    }
    return own(piece, at);
  }

  // "The site rated this statement by Kelly:" has the words of Kelly, not of the site.
  std::optional<AttributingClause> statementBy(Range sentence) const {
    for (std::size_t t = sentence.begin; t + 2 < sentence.end; ++t) {
      if (!nlp::isReportingNoun(r_.lowerWord(t))) continue;
      if (r_.lowerWord(t + 1) != "by" && r_.lowerWord(t + 1) != "from") continue;
      if (const auto source = nlp::phraseFrom(r_, t + 2, sentence.end)) {
        return AttributingClause{{t, t + 1}, nlp::coreOf(r_, *source), {t, source->end}};
      }
    }
    return std::nullopt;
  }

  void remember(const nlp::Paragraph& paragraph, const std::vector<Piece>& pieces,
                std::optional<std::size_t> previous) {
    memory_ = {};
    if (paragraph.role != model::BlockRole::body) return;
    const bool endsMarked = !pieces.empty() && pieces.back().outer.end == paragraph.tokens.end;
    const bool beginsMarked =
        !pieces.empty() && pieces.front().outer.begin == paragraph.tokens.begin;
    if (previous && (endsMarked || beginsMarked)) memory_.last = previous;
    const nlp::Sentence& last = r_.sentences[paragraph.sentences.end - 1];
    const std::size_t end = last.tokens.end;
    if (r_.word(end - 1) == ":") {
      memory_.introduction = statementBy({last.tokens.begin, end - 1});
      if (!memory_.introduction) {
        memory_.introduction = clauseBefore(r_, last.tokens.begin, end);
      }
      memory_.last.reset();
    }
    for (std::size_t t = last.tokens.begin; t < end; ++t) {
      if (!nlp::isFinite(r_.pos[t])) continue;
      memory_.subject = nlp::subjectOf(r_, last.tokens.begin, t);
      break;
    }
  }

  // Marks inside marks: a quote of its own when the words around it say so.
  void nested() {
    for (const Marked& marked : marked_) {
      if (marked.depth != 1) continue;
      Piece piece = pieceOf(marked);
      if (piece.tokens.size() == 0) continue;
      const nlp::Sentence& sentence = r_.sentenceAt(piece.tokens.begin);
      std::size_t from = sentence.tokens.begin;
      const auto clause = clauseBefore(r_, from, piece.outer.begin);
      if (!clause || clause->whole.end < piece.outer.begin) continue;
      const std::size_t at = add(piece, {marked.inner}, SourceFrom::none, 0.5);
      out_[at].kind = model::QuoteKind::direct;
      out_[at].cue = r_.spanOf(clause->cue);
      // "I was told, ‘…’": whoever is told is not who says it.
      const bool passive = clause->cue.begin > from && r_.pos[clause->cue.begin] == Pos::vbn;
      if (clause->source && !passive) {
        out_[at].source = r_.spanOf(*clause->source);
        out_[at].from = SourceFrom::clause;
      }
    }
  }

  const Reading& r_;
  const std::vector<Marked>& marked_;
  std::vector<std::optional<std::size_t>> owner_;  // attribution a marked stretch belongs to
  Memory memory_;
  std::optional<std::size_t> speaking_;  // attribution of a transcript that may go on
  std::vector<Attribution> out_;
};

}  // namespace

std::vector<Attribution> findMarkedQuotes(const Reading& reading,
                                          const std::vector<Marked>& marked) {
  return Finder(reading, marked).run();
}

}  // namespace assay::extract
