#include "extract/worth_words.h"

namespace assay::extract {

namespace {

// clang-format off
constexpr std::string_view kNumberWords[] = {
    "billion", "billions", "double", "dozen", "dozens", "eight", "eighteen", "eighty", "eleven",
    "fewer", "fifteen", "fifty", "five", "forty", "four", "fourteen", "half", "hundred",
    "hundreds", "majority", "million", "millions", "minority", "nine", "nineteen", "ninety",
    "one", "per-cent", "percent", "percentage", "quarter", "score", "seven", "seventeen",
    "seventy", "six", "sixteen", "sixty", "ten", "third", "thirteen", "thirty", "thousand",
    "thousands", "three", "trillion", "trillions", "triple", "twelve", "twenty", "twice", "two",
    "zero",
};

constexpr std::string_view kComparisonWords[] = {
    "ahead", "behind", "better", "bigger", "compared", "decline", "declined", "decrease",
    "decreased", "double", "doubled", "dropped", "exceed", "exceeded", "exceeds", "fall",
    "fallen", "falling", "fell", "fewer", "greater", "grew", "grown", "growth", "halved",
    "higher", "increase", "increased", "increases", "increasing", "lagged", "larger", "less",
    "lower", "majority", "more", "outnumber", "outnumbered", "plunged", "rise", "risen", "rising",
    "rose", "smaller", "soared", "surged", "than", "tripled", "twice", "versus", "worse",
};

constexpr std::string_view kSuperlativeWords[] = {
    "best", "biggest", "earliest", "ever", "first", "greatest", "highest", "largest", "last",
    "latest", "least", "longest", "lowest", "most", "never", "oldest", "only", "record",
    "smallest", "sole", "top", "unprecedented", "worst", "youngest",
};

constexpr std::string_view kLawWords[] = {
    "act", "amendment", "appeal", "appeals", "arrest", "arrested", "attorney", "ballot", "ban",
    "banned", "bill", "congress", "constitution", "constitutional", "convicted", "conviction",
    "court", "courts", "custody", "election", "executive", "felony", "guilty", "illegal",
    "illegally", "indicted", "indictment", "judge", "judges", "justice", "law", "lawful", "laws",
    "lawsuit", "lawsuits", "legal", "legislation", "legislature", "licence", "license",
    "misdemeanor", "ordinance", "plea", "police", "prohibit", "prohibited", "prohibits",
    "prosecutor", "prosecutors", "regulation", "regulations", "rights", "ruled", "ruling",
    "senate", "sentence", "sentenced", "settlement", "statute", "subpoena", "sue", "sued", "sues",
    "suing", "treaty", "unconstitutional", "unlawful", "verdict", "vote", "voted", "votes",
    "warrant",
};

constexpr std::string_view kAllegationWords[] = {
    "abuse", "abused", "accuse", "accused", "accuses", "accusing", "allegation", "allegations",
    "allege", "alleged", "allegedly", "alleges", "assault", "bribe", "bribery", "bribes", "cheat",
    "cheated", "conspiracy", "corrupt", "corruption", "crime", "crimes", "criminal", "denied",
    "denies", "deny", "fraud", "fraudulent", "harassed", "harassment", "hid", "hidden", "hiding",
    "illegal", "laundering", "lie", "lied", "lies", "lying", "misleading", "misled", "murder",
    "murdered", "plagiarized", "racist", "rape", "raped", "rigged", "scandal", "steal", "stole",
    "stolen", "suspect", "suspected", "theft", "violated", "violating", "violation",
};

constexpr std::string_view kCausalWords[] = {
    "allow", "allowed", "allows", "because", "cause", "caused", "causes", "causing", "created",
    "creates", "cut", "cuts", "destroy", "destroyed", "destroying", "due", "enabled", "force",
    "forced", "forces", "helped", "lead", "leads", "led", "made", "make", "makes", "prevent",
    "prevented", "prevents", "prompted", "raise", "raised", "result", "resulted", "resulting",
    "results", "sparked", "thanks", "therefore", "triggered",
};

constexpr std::string_view kGeneralWords[] = {
    "all", "always", "any", "anyone", "entire", "every", "everybody", "everyone", "everything",
    "few", "many", "most", "never", "nobody", "none", "nothing", "several", "whole",
};

constexpr std::string_view kHarmWords[] = {
    "attack", "attacked", "attacks", "bomb", "bombed", "bombing", "burned", "cancer",
    "contaminated", "crash", "crashed", "danger", "dangerous", "dead", "death", "deaths",
    "deported", "die", "died", "dies", "disease", "drowned", "dying", "explosion", "fatal",
    "fire", "flood", "homeless", "hospitalized", "hunger", "injured", "injuries", "injury",
    "kill", "killed", "killing", "killings", "kills", "overdose", "poison", "poisoned",
    "shooting", "shootings", "shot", "suicide", "suicides", "terror", "terrorism", "terrorist",
    "terrorists", "toxic", "unsafe", "victim", "victims", "war", "wound", "wounded",
};

constexpr std::string_view kRecordWords[] = {
    "announced", "appointed", "approved", "bought", "built", "closed", "donated", "earned",
    "elected", "enacted", "fired", "founded", "gave", "hired", "introduced", "launched", "lost",
    "nominated", "opened", "opposed", "owned", "paid", "passed", "published", "raised",
    "received", "rejected", "released", "reported", "resigned", "retired", "served", "signed",
    "sold", "spent", "sponsored", "supported", "testified", "vetoed", "voted", "won",
};

constexpr std::string_view kPredictionWords[] = {
    "'ll", "could", "eventually", "expected", "forecast", "going", "hope", "hopefully", "hopes",
    "intend", "intends", "likely", "may", "might", "plan", "plans", "predict", "predicted",
    "predicts", "promise", "promises", "shall", "someday", "soon", "unlikely", "vow", "will",
    "wo", "would", "’ll",
};

constexpr std::string_view kOpinionWords[] = {
    "absolutely", "absurd", "acceptable", "afraid", "amazing", "apparently", "appears", "awful",
    "bad", "beautiful", "believe", "believes", "best", "better", "brilliant", "certainly",
    "clearly", "common-sense", "concern", "concerned", "confident", "coward", "cowards", "crazy",
    "definitely", "deplorable", "deserve", "deserves", "disaster", "disastrous", "disgrace",
    "disgraceful", "disgusting", "dumb", "embarrassed", "embarrassing", "excited", "exciting",
    "extraordinary", "fair", "fantastic", "feel", "feeling", "feels", "felt", "fortunately",
    "frankly", "frightening", "glad", "good", "great", "gutless", "happy", "hate", "hated",
    "hates", "honest", "honestly", "hope", "hopeful", "horrible", "hypocrisy", "hypocrite",
    "imagine", "immoral", "important", "inappropriate", "incredible", "incredibly", "insane",
    "interesting", "irresponsible", "kind", "love", "loved", "loves", "matter", "matters",
    "maybe", "moral", "morally", "must", "need", "needs", "nice", "obviously", "optimistic",
    "ought", "outrage", "outrageous", "perfect", "perhaps", "pessimistic", "probably", "proud",
    "really", "reasonable", "reckless", "ridiculous", "right", "sad", "sadly", "scary", "seem",
    "seems", "sense", "sensible", "serious", "seriously", "shame", "shameful", "should", "simply",
    "smart", "sorry", "strong", "stupid", "surely", "terrible", "terrifying", "think", "thinks",
    "tragedy", "tragic", "tremendous", "tremendously", "truly", "ugly", "unacceptable",
    "understand", "unfair", "unfortunately", "unreasonable", "very", "weak", "wish", "wonder",
    "wonderful", "worried", "worse", "worst", "worthless", "worthy", "wrong",
};

constexpr std::string_view kExperienceWords[] = {
    "i", "i'd", "i'm", "i've", "me", "mine", "my", "myself", "our", "ours", "ourselves", "us",
    "we",
};

// clang-format on

constexpr nlp::WordList kNumber{kNumberWords};
constexpr nlp::WordList kComparison{kComparisonWords};
constexpr nlp::WordList kSuperlative{kSuperlativeWords};
constexpr nlp::WordList kLaw{kLawWords};
constexpr nlp::WordList kAllegation{kAllegationWords};
constexpr nlp::WordList kCausal{kCausalWords};
constexpr nlp::WordList kGeneral{kGeneralWords};
constexpr nlp::WordList kHarm{kHarmWords};
constexpr nlp::WordList kRecord{kRecordWords};
constexpr nlp::WordList kPrediction{kPredictionWords};
constexpr nlp::WordList kOpinion{kOpinionWords};
constexpr nlp::WordList kExperience{kExperienceWords};

}  // namespace

const nlp::WordList& numberWords() { return kNumber; }
const nlp::WordList& comparisonWords() { return kComparison; }
const nlp::WordList& superlativeWords() { return kSuperlative; }
const nlp::WordList& lawWords() { return kLaw; }
const nlp::WordList& allegationWords() { return kAllegation; }
const nlp::WordList& causalWords() { return kCausal; }
const nlp::WordList& generalWords() { return kGeneral; }
const nlp::WordList& harmWords() { return kHarm; }
const nlp::WordList& recordWords() { return kRecord; }
const nlp::WordList& predictionWords() { return kPrediction; }
const nlp::WordList& opinionWords() { return kOpinion; }
const nlp::WordList& experienceWords() { return kExperience; }

}  // namespace assay::extract
