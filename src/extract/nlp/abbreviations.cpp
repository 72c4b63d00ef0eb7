#include "extract/nlp/abbreviations.h"

namespace assay::extract::nlp {

namespace {

// clang-format off
// Stand before a name; the full stop after them ends nothing.
constexpr std::string_view kTitleWords[] = {
    "adm", "ald", "alds", "amb", "asoc", "assoc", "asst", "atty", "brig", "capt", "cllr", "cmdr",
    "col", "cpl", "cpt", "dep", "det", "dr", "drs", "fr", "ft", "gen", "gens", "gov", "govs",
    "hon", "hr", "insp", "lt", "maj", "messrs", "mlle", "mme", "mr", "mrs", "ms", "mt", "mx",
    "pfc", "pres", "prof", "profs", "pvt", "rep", "reps", "rev", "sen", "sens", "sgt", "spc",
    "sr", "sra", "st", "ste", "supt", "treas",
};

// End nothing when a number follows.
constexpr std::string_view kBeforeNumberWords[] = {
    "app", "approx", "art", "ca", "cap", "ch", "ed", "eq", "ex", "fig", "no", "nos", "nr", "n°",
    "p", "par", "para", "pp", "rs", "sec", "ver", "vol", "§",
};

// May end a sentence, when what follows looks like the start of one.
constexpr std::string_view kOtherWords[] = {
    "a.d", "a.k.a", "a.m", "al", "ala", "apr", "apt", "ariz", "ark", "aug", "ave", "avg", "b.a",
    "b.c", "blvd", "bros", "btw", "c.e.o", "c.f.o", "c.i.a", "calif", "cf", "cit", "cm", "co",
    "colo", "conn", "corp", "d.c", "d.phil", "dec", "del", "dept", "e.g", "e.u", "esq", "est",
    "etc", "excl", "ext", "f.b.i", "f.e", "feb", "fla", "fri", "g.o.p", "ga", "gov", "govt", "hr",
    "hrs", "hwy", "i.e", "i.v", "ibid", "ill", "inc", "incl", "ind", "intl", "j.d", "jan", "jr",
    "jul", "jun", "kan", "kg", "km", "ky", "l.a", "la", "lb", "lbs", "llc", "ltd", "m.a", "m.d",
    "m.p", "mar", "mass", "max", "md", "med", "mich", "min", "minn", "misc", "miss", "mm", "mo",
    "mon", "mont", "mos", "mph", "n.b", "n.b.a", "n.c", "n.d", "n.f.l", "n.h", "n.j", "n.m",
    "n.y", "neb", "nev", "nov", "oct", "okla", "op", "ore", "oz", "p.m", "p.s", "pa", "penn",
    "ph.d", "q.v", "r.i", "r.i.p", "rd", "s.c", "s.d", "sat", "sep", "sept", "sq", "sr", "sun",
    "tel", "tenn", "tex", "thu", "thur", "thurs", "tue", "tues", "u.k", "u.n", "u.s", "u.s.a",
    "u.s.s.r", "univ", "v", "va", "viz", "vs", "vt", "w.r.t", "w.va", "wash", "wed", "wis", "wyo",
    "yr", "yrs",
};

// Capitalised, these begin a sentence far more often than they continue a name.
constexpr std::string_view kStarterWords[] = {
    "a", "according", "after", "all", "also", "although", "an", "and", "another", "are", "as",
    "at", "because", "before", "both", "but", "by", "can", "could", "did", "do", "does", "dr",
    "during", "each", "everybody", "everyone", "few", "for", "from", "had", "has", "have", "he",
    "her", "here", "his", "how", "however", "i", "if", "in", "is", "it", "its", "let's", "many",
    "may", "meanwhile", "might", "most", "mr", "mrs", "ms", "my", "no", "nobody", "not", "now",
    "on", "once", "one", "or", "our", "over", "please", "several", "she", "should", "since", "so",
    "some", "still", "that", "the", "their", "then", "there", "these", "they", "this", "those",
    "though", "today", "tomorrow", "two", "under", "was", "we", "were", "what", "when", "where",
    "which", "while", "who", "why", "will", "with", "would", "yesterday", "yet", "you", "your",
};
// clang-format on

constexpr WordList kTitles{kTitleWords};
constexpr WordList kBeforeNumber{kBeforeNumberWords};
constexpr WordList kOther{kOtherWords};
constexpr WordList kStarters{kStarterWords};

}  // namespace

const WordList& titleAbbreviations() { return kTitles; }
const WordList& abbreviationsBeforeNumbers() { return kBeforeNumber; }
const WordList& otherAbbreviations() { return kOther; }
const WordList& sentenceStarters() { return kStarters; }

}  // namespace assay::extract::nlp
