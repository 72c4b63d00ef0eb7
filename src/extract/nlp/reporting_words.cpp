#include "extract/nlp/reporting_words.h"

#include <array>
#include <string>
#include <utility>

namespace assay::extract::nlp {

namespace {

// clang-format off
constexpr std::string_view kSpeechWords[] = {
    "acknowledge", "add", "admit", "advise", "advocate", "affirm", "agree", "allege", "announce",
    "answer", "apologise", "apologize", "argue", "ask", "assert", "assure", "attest", "beg",
    "bellow", "bemoan", "blog", "boast", "brag", "call", "caution", "certify", "chant", "chime",
    "cite", "claim", "clarify", "comment", "complain", "concede", "conclude", "confirm",
    "contend", "continue", "counter", "cry", "deadpan", "decide", "declare", "demand", "deny",
    "detail", "determine", "disclose", "document", "elaborate", "email", "emphasise", "emphasize",
    "estimate", "exclaim", "explain", "find", "forecast", "fume", "grumble", "guarantee", "guess",
    "gush", "highlight", "hint", "implore", "imply", "indicate", "inform", "inquire", "insist",
    "instruct", "interject", "interrupt", "joke", "lament", "maintain", "mention", "muse",
    "mutter", "note", "observe", "opine", "plead", "pledge", "point", "post", "preach", "predict",
    "proclaim", "profess", "project", "promise", "propose", "quip", "quote", "rage", "read",
    "reaffirm", "rebut", "recall", "recite", "recommend", "recount", "reiterate", "rejoin",
    "relate", "remark", "remember", "remind", "repeat", "reply", "report", "request", "require",
    "respond", "retort", "reveal", "rule", "say", "scoff", "scream", "shout", "show", "sigh",
    "signal", "snap", "speak", "specify", "speculate", "state", "stipulate", "stress", "suggest",
    "summarise", "summarize", "swear", "tell", "testify", "text", "threaten", "thunder", "tout",
    "tut", "tweet", "underscore", "urge", "utter", "voice", "vouch", "vow", "warn", "whisper",
    "wonder", "write", "yell",
};

constexpr std::string_view kBeliefWords[] = {
    "anticipate", "appear", "assume", "believe", "consider", "desire", "doubt", "envision",
    "expect", "favor", "favour", "fear", "feel", "hope", "imagine", "intend", "know", "like",
    "oppose", "plan", "prefer", "realise", "realize", "reckon", "regard", "regret", "see", "seem",
    "support", "suspect", "think", "understand", "view", "want", "wish", "worry",
};

constexpr std::string_view kCommentWords[] = {
    "accuse", "address", "allude", "applaud", "assail", "attack", "back", "blame", "blast",
    "call", "challenge", "champion", "characterise", "characterize", "charge", "chide", "commend",
    "compare", "condemn", "credit", "criticise", "criticize", "decline", "decry", "deem",
    "defend", "denounce", "deride", "describe", "disavow", "discuss", "dismiss", "disparage",
    "dispute", "downplay", "dub", "echo", "embrace", "endorse", "hail", "hint", "label",
    "lambast", "lambaste", "lash", "liken", "mock", "name", "object", "oppose", "portray",
    "praise", "protest", "question", "rail", "rebuff", "rebuke", "reference", "refuse", "refute",
    "reject", "ridicule", "rip", "savage", "scold", "slam", "speak", "talk", "thank", "tout",
    "welcome",
};

constexpr std::string_view kNounWords[] = {
    "accusation", "admission", "advice", "allegation", "announcement", "argument", "assertion",
    "assessment", "assumption", "assurance", "belief", "charge", "claim", "comment", "complaint",
    "concern", "conclusion", "confession", "contention", "declaration", "denial", "doubt",
    "estimate", "fear", "finding", "hint", "hope", "idea", "implication", "indication",
    "insistence", "message", "notion", "opinion", "pledge", "prediction", "promise", "proposal",
    "recommendation", "remark", "report", "request", "rumor", "rumour", "sign", "speculation",
    "statement", "suggestion", "suspicion", "testimony", "theory", "threat", "view", "vow",
    "warning", "word",
};

constexpr std::string_view kDocumentWords[] = {
    "account", "ad", "advert", "advertisement", "advisory", "affidavit", "agenda", "agreement",
    "amendment", "analysis", "announcement", "article", "audit", "bill", "blog", "book",
    "briefing", "brochure", "bulletin", "caption", "census", "charter", "circular", "code",
    "column", "communique", "complaint", "constitution", "contract", "data", "database",
    "decision", "decree", "deposition", "diary", "dispatch", "document", "documents", "dossier",
    "draft", "e-mail", "editorial", "email", "emails", "estimate", "estimates", "evidence",
    "figures", "filing", "filings", "finding", "findings", "footage", "forecast", "guidance",
    "guide", "guideline", "guidelines", "handbook", "index", "indictment", "inquiry",
    "instructions", "inventory", "investigation", "invitation", "judgement", "judgment", "label",
    "law", "lawsuit", "leaflet", "ledger", "legislation", "letter", "letters", "list", "log",
    "magazine", "manifesto", "manual", "manuscript", "map", "memo", "memoir", "memorandum",
    "message", "minutes", "motion", "newspaper", "note", "notes", "notice", "notification",
    "obituary", "opinion", "order", "ordinance", "page", "pamphlet", "paper", "papers",
    "petition", "pitch", "plan", "plaque", "poll", "polls", "post", "poster", "projection",
    "projections", "proposal", "prospectus", "publication", "questionnaire", "reading", "record",
    "recording", "records", "regulation", "regulations", "release", "report", "reports",
    "research", "resolution", "review", "rule", "rules", "ruling", "schedule", "screenshot",
    "script", "sign", "statement", "statements", "statistics", "statute", "stipulation", "story",
    "strategy", "studies", "study", "subpoena", "summary", "survey", "surveys", "table",
    "testimony", "text", "thesis", "transcript", "treaty", "tweet", "tweets", "update", "verdict",
    "video", "warrant", "website", "wording",
};

// Forms that no rule leads back to their dictionary form; sorted by the form.
constexpr std::pair<std::string_view, std::string_view> kIrregular[] = {
    {"begged", "beg"}, {"cried", "cry"}, {"dubbed", "dub"}, {"felt", "feel"},
    {"forecast", "forecast"}, {"found", "find"}, {"knew", "know"}, {"known", "know"},
    {"pled", "plead"}, {"read", "read"}, {"said", "say"}, {"saw", "see"}, {"says", "say"},
    {"seen", "see"}, {"shown", "show"}, {"spoke", "speak"}, {"spoken", "speak"},
    {"swore", "swear"}, {"sworn", "swear"}, {"thought", "think"}, {"told", "tell"},
    {"understood", "understand"}, {"written", "write"}, {"wrote", "write"},
};
// clang-format on

constexpr WordList kSpeech{kSpeechWords};
constexpr WordList kBelief{kBeliefWords};
constexpr WordList kComment{kCommentWords};
constexpr WordList kNouns{kNounWords};
constexpr WordList kDocuments{kDocumentWords};

// What one document may be called in turn.
constexpr std::string_view kStudyWords[] = {
    "analysis", "audit",  "findings", "inquiry", "investigation", "paper",
    "poll",     "report", "research", "review",  "study",         "survey",
};
constexpr std::string_view kLetterWords[] = {
    "announcement", "e-mail", "email", "letter",  "memo",      "memorandum", "message",
    "note",         "notice", "post",  "release", "statement", "tweet",
};
constexpr std::string_view kCourtWords[] = {
    "affidavit", "complaint", "deposition", "filing",    "indictment", "judgment", "lawsuit",
    "petition",  "ruling",    "subpoena",   "testimony", "verdict",    "warrant",
};
constexpr std::string_view kRuleWords[] = {
    "code", "guidance", "guide",     "guideline",  "guidelines", "handbook",
    "law",  "manual",   "ordinance", "regulation", "rule",       "statute",
};
constexpr WordList kStudies{kStudyWords};
constexpr WordList kLetters{kLetterWords};
constexpr WordList kCourtPapers{kCourtWords};
constexpr WordList kRulebooks{kRuleWords};

// The table's own word for `lower`, so that the view outlives the argument.
std::string_view inTables(std::string_view lower) {
  for (const WordList* list : {&kSpeech, &kBelief, &kComment}) {
    if (const auto word = list->find(lower); !word.empty()) return word;
  }
  return {};
}

bool doubled(std::string_view stem) {
  return stem.size() > 2 && stem[stem.size() - 1] == stem[stem.size() - 2];
}

// Tries the stem, the stem with an "e", with "y" for "i", and without a doubled consonant.
std::string_view fromStem(std::string_view stem) {
  if (const auto word = inTables(stem); !word.empty()) return word;
  if (const auto word = inTables(std::string(stem) + "e"); !word.empty()) return word;
  if (stem.ends_with('i')) {
    return inTables(std::string(stem.substr(0, stem.size() - 1)) + "y");
  }
  if (doubled(stem)) return inTables(stem.substr(0, stem.size() - 1));
  return {};
}

}  // namespace

std::string_view reportingLemma(std::string_view lower) {
  if (lower.size() < 3 || lower.size() > 20) return {};
  if (const auto word = inTables(lower); !word.empty()) return word;
  for (const auto& [form, lemma] : kIrregular) {
    if (form == lower) return lemma;
  }
  if (lower.ends_with("ing")) return fromStem(lower.substr(0, lower.size() - 3));
  if (lower.ends_with("ed")) return fromStem(lower.substr(0, lower.size() - 2));
  if (lower.ends_with("es")) {
    if (const auto word = fromStem(lower.substr(0, lower.size() - 2)); !word.empty()) return word;
  }
  if (lower.ends_with('s')) return inTables(lower.substr(0, lower.size() - 1));
  return {};
}

Reporting reporting(std::string_view lower) {
  const std::string_view lemma = reportingLemma(lower);
  if (lemma.empty()) return Reporting::none;
  if (kSpeech.has(lemma)) return Reporting::speech;
  return kBelief.has(lemma) ? Reporting::belief : Reporting::comment;
}

bool isReportingVerb(std::string_view lower) { return reporting(lower) == Reporting::speech; }

bool isReportingNoun(std::string_view lower) {
  return kNouns.has(lower) ||
         (lower.ends_with('s') && kNouns.has(lower.substr(0, lower.size() - 1)));
}

bool isDocumentNoun(std::string_view lower) { return kDocuments.has(lower); }

bool mayBeOneDocument(std::string_view lower, std::string_view other) {
  const auto kind = [](std::string_view noun) -> const WordList* {
    for (const WordList* words : {&kStudies, &kLetters, &kCourtPapers, &kRulebooks}) {
      if (words->has(noun)) return words;
    }
    return nullptr;  // "the document", "the text": any
  };
  const WordList* one = kind(lower);
  const WordList* two = kind(other);
  return one == two || one == nullptr || two == nullptr;
}

const WordList& speechVerbs() { return kSpeech; }
const WordList& beliefVerbs() { return kBelief; }
const WordList& commentVerbs() { return kComment; }
const WordList& reportingNouns() { return kNouns; }
const WordList& documentNouns() { return kDocuments; }

}  // namespace assay::extract::nlp
