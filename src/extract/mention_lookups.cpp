// Who is meant: the questions that are asked of the mentions once they are read (mentions.h).
#include <algorithm>
#include <array>
#include <utility>

#include "extract/mentions.h"
#include "extract/nlp/characters.h"

namespace assay::extract {

namespace {

using model::SpeakerKind;
using nlp::Range;

// Titles as they stand before a name, and as they are spoken of later.
constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kShortTitles = {{
    {"sen.", "senator"},
    {"gov.", "governor"},
    {"lt.", "lieutenant"},
    {"gen.", "general"},
    {"rep.", "congressman"},
    {"dr.", "doctor"},
    {"prof.", "professor"},
    {"sgt.", "sergeant"},
}};

// How far back a pronoun may reach, in mentions.
constexpr std::size_t kReach = 40;

// May this be a body? Names of several words count as people's until something speaks against it:
// people are soon called by their last names, have first names that are known, and roles.
bool bodyLike(const Entity& entity) {
  switch (entity.kind) {
    case SpeakerKind::body:
    case SpeakerKind::document: return true;
    case SpeakerKind::unknown: return entity.acts;
    default:
      return !entity.unnamed && !entity.shortened && entity.gender == Gender::unknown &&
             entity.roles.empty() && entity.mentions.size() > 1;
  }
}

std::string bare(std::string_view lower) {
  while (lower.ends_with('.')) lower.remove_suffix(1);
  return std::string(lower);
}

}  // namespace

std::optional<std::size_t> Mentions::keyedIn(Range range) const {
  for (std::size_t t = range.begin; t < range.end; ++t) {
    const auto found = byKey_.find(bare(r_.lowerWord(t)));
    if (found == byKey_.end()) continue;
    for (const std::size_t e : found->second) {
      if (!entities_[e].mentions.empty() && entities_[e].key == found->first) return e;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> Mentions::namedIn(Range range) const {
  auto found = std::partition_point(mentions_.begin(), mentions_.end(),
                                    [&](const Mention& m) { return m.tokens.begin < range.end; });
  while (found != mentions_.begin()) {
    --found;
    if (found->tokens.end <= range.begin) {
      if (found->tokens.begin + 50 < range.begin) break;
      continue;
    }
    if (!entities_[found->entity].key.empty() && found->tokens.begin >= range.begin) {
      return found->entity;
    }
  }
  return std::nullopt;
}

std::optional<std::size_t> Mentions::withRole(std::string_view noun, std::size_t token) const {
  auto at = std::partition_point(mentions_.begin(), mentions_.end(),
                                 [&](const Mention& m) { return m.tokens.begin < token; });
  std::size_t looked = 0;
  while (at != mentions_.begin() && looked++ < 4 * kReach) {
    --at;
    if (bearsRole(at->entity, noun)) return at->entity;
  }
  return std::nullopt;
}

std::optional<std::size_t> Mentions::withRoleBehind(std::string_view noun,
                                                    std::size_t token) const {
  auto at = std::partition_point(mentions_.begin(), mentions_.end(),
                                 [&](const Mention& m) { return m.tokens.begin <= token; });
  for (std::size_t looked = 0; at != mentions_.end() && looked < kReach; ++at, ++looked) {
    const Entity& entity = entities_[at->entity];
    if (!entity.unnamed && entity.kind == SpeakerKind::person && bearsRole(at->entity, noun)) {
      return at->entity;
    }
  }
  return std::nullopt;
}

bool Mentions::bearsRole(std::size_t index, std::string_view noun) const {
  const Entity& entity = entities_[index];
  if (entity.key == noun) return true;
  for (const std::string& role : entity.roles) {
    std::string lower = nlp::asciiLower(role);
    for (const std::string_view behind : {" of ", " at ", " for ", " in ", " with ", " who "}) {
      lower.erase(std::min(lower.find(behind), lower.size()));
    }
    for (const auto& [shortForm, title] : kShortTitles) {
      if (lower.ends_with(shortForm)) {
        lower.replace(lower.size() - shortForm.size(), shortForm.size(), title);
        break;
      }
    }
    if (lower.ends_with(noun) &&
        (lower.size() == noun.size() || lower[lower.size() - noun.size() - 1] == ' ')) {
      return true;
    }
  }
  return false;
}

std::optional<std::size_t> Mentions::personBefore(std::size_t token, Gender gender,
                                                  bool named) const {
  auto end = std::partition_point(mentions_.begin(), mentions_.end(),
                                  [&](const Mention& m) { return m.tokens.begin < token; });
  std::size_t looked = 0;
  // Sentence by sentence backwards; in each the first acting person wins.
  while (end != mentions_.begin() && looked < kReach) {
    const std::uint32_t sentence = r_.sentenceOf[(end - 1)->tokens.begin];
    auto begin = end;
    while (begin != mentions_.begin() && r_.sentenceOf[(begin - 1)->tokens.begin] == sentence) {
      --begin;
      ++looked;
    }
    std::optional<std::size_t> any;
    // Somebody brought in right before ("…, says Kelly Dean, a baker.") is who speaks next.
    const auto last = end - 1;
    if (looked <= 8 && !last->quoted && last->tokens.size() > 1 &&
        entities_[last->entity].kind == SpeakerKind::person && !entities_[last->entity].unnamed &&
        entities_[last->entity].mentions.front() == last->tokens &&
        (entities_[last->entity].gender == gender ||
         entities_[last->entity].gender == Gender::unknown) &&
        r_.sentenceOf[token] == sentence + 1) {
      return last->entity;
    }
    for (auto m = begin; m != end; ++m) {
      const Entity& entity = entities_[m->entity];
      const bool fits = entity.kind == SpeakerKind::person &&
                        (entity.gender == gender || entity.gender == Gender::unknown ||
                         gender == Gender::unknown);
      if (!fits || m->quoted || (named && entity.unnamed)) continue;
      if (m->subject) return m->entity;
      if (!any) any = m->entity;
    }
    if (any) return any;
    end = begin;
  }
  return std::nullopt;
}

std::optional<std::size_t> Mentions::bodyBefore(std::size_t token, bool plural) const {
  auto end = std::partition_point(mentions_.begin(), mentions_.end(),
                                  [&](const Mention& m) { return m.tokens.begin < token; });
  std::size_t looked = 0;
  // Sentence by sentence backwards; in each the first that acts wins, else the last named.
  while (end != mentions_.begin() && looked < kReach) {
    const std::uint32_t sentence = r_.sentenceOf[(end - 1)->tokens.begin];
    std::optional<std::size_t> any;
    std::optional<std::size_t> acting;
    while (end != mentions_.begin() && r_.sentenceOf[(end - 1)->tokens.begin] == sentence) {
      --end;
      ++looked;
      const Entity& entity = entities_[end->entity];
      const bool fits = bodyLike(entity) || (plural && entity.kind == SpeakerKind::unknown &&
                                             entity.key.ends_with('s'));
      if (!fits || end->quoted) continue;
      const bool known = entity.acts || entity.kind == SpeakerKind::document;
      if (!any && (known || entity.mentions.size() > 2)) any = end->entity;
      if (end->subject) acting = end->entity;
    }
    if (acting || any) return acting ? acting : any;
  }
  return std::nullopt;
}

std::size_t Mentions::behindAside(std::size_t token) const {
  const bool aside = token + 3 < r_.tokens.size() && r_.word(token) == "," &&
                     nlp::isAdverb(r_.pos[token + 1]) && r_.word(token + 2) == ",";
  return aside ? token + 3 : token;
}

std::optional<std::size_t> Mentions::bodyIn(Range range) const {
  auto m = std::partition_point(mentions_.begin(), mentions_.end(),
                                [&](const Mention& x) { return x.tokens.begin < range.begin; });
  for (; m != mentions_.end() && m->tokens.end + 1 < range.end; ++m) {
    const std::size_t next = behindAside(m->tokens.end);
    if (next >= range.end) continue;
    const bool verb = nlp::isFinite(r_.pos[next]) || nlp::isAdverb(r_.pos[next]);
    if (verb && !m->quoted && bodyLike(entities_[m->entity])) return m->entity;
  }
  return std::nullopt;
}

}  // namespace assay::extract
