// Names and other mentions of people and bodies over the whole article, grouped.
//
// A group is one person, body or document: its fullest name, its roles, every place where a name
// of it stands. Grouping goes by last names, acronyms and titles; pronouns and "the mayor" are
// resolved from it on demand (speakers.h). Thread: pure functions; a value per article.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "extract/nlp/reading.h"
#include "model/extraction.h"

namespace assay::extract {

enum class Gender : std::uint8_t { unknown, female, male };

/// One person, body or document of the article.
struct Entity {
  std::string name;  ///< the fullest seen, without titles
  std::string key;   ///< its last word, or head noun, in lower case
  model::SpeakerKind kind = model::SpeakerKind::unknown;
  Gender gender = Gender::unknown;
  bool unnamed = false;    ///< known by a description only
  bool acts = false;       ///< a reporting verb follows its name somewhere
  bool shortened = false;  ///< named by its last word alone somewhere, as people are
  std::vector<std::string> roles;
  std::vector<nlp::Range> mentions;
};

/// A place where an entity is named.
struct Mention {
  nlp::Range tokens;
  std::size_t entity = 0;
  bool quoted = false;   ///< between quotation marks: talked about, not acting
  bool subject = false;  ///< a verb follows
};

class Mentions {
 public:
  /// Reads all names of the article. `quoted` tells of every token whether it stands between
  /// quotation marks.
  Mentions(const nlp::Reading& reading, const std::vector<bool>& quoted);

  [[nodiscard]] const std::vector<Entity>& entities() const { return entities_; }
  [[nodiscard]] const std::vector<Mention>& all() const { return mentions_; }

  /// The entity named by the last name that begins in a range of tokens, when there is one.
  [[nodiscard]] std::optional<std::size_t> namedIn(nlp::Range range) const;
  /// The entity whose last name is the first to stand in a range; for headlines, where capitals
  /// tell no names.
  [[nodiscard]] std::optional<std::size_t> keyedIn(nlp::Range range) const;
  /// The entity whose name or role has this head noun ("mayor"), the latest before `token`.
  [[nodiscard]] std::optional<std::size_t> withRole(std::string_view noun, std::size_t token) const;
  /// The first person named behind `token` who bears this title: a headline's "Senator".
  [[nodiscard]] std::optional<std::size_t> withRoleBehind(std::string_view noun,
                                                          std::size_t token) const;
  /// The person most likely meant by "he" or "she" at `token`.
  /// Only somebody with a name when `named`.
  [[nodiscard]] std::optional<std::size_t> personBefore(std::size_t token, Gender gender,
                                                        bool named) const;
  /// The body, or else group or document, most likely meant by "it" or "they" at `token`.
  [[nodiscard]] std::optional<std::size_t> bodyBefore(std::size_t token, bool plural) const;

  /// The first body in a range that a verb follows.
  [[nodiscard]] std::optional<std::size_t> bodyIn(nlp::Range range) const;

  /// Adds a mention that has no name ("A resident who spoke at the meeting").
  std::size_t addUnnamed(nlp::Range phrase, nlp::Range core);
  /// Notes that an entity is meant at a place.
  void note(std::size_t entity, nlp::Range tokens);

 private:
  /// Where a sentence goes on behind a name: "the union, however, said".
  [[nodiscard]] std::size_t behindAside(std::size_t token) const;
  void readNames(const std::vector<bool>& quoted);
  [[nodiscard]] std::vector<bool> titleCased() const;
  void readUnnamed(const std::vector<bool>& quoted);
  void addName(nlp::Range run, bool quoted);
  [[nodiscard]] std::size_t nameBegin(nlp::Range run) const;
  std::size_t entityOf(nlp::Range name);
  void addRoles(std::size_t entity, nlp::Range run, std::size_t nameBegin);
  std::optional<std::size_t> matching(nlp::Range name) const;
  std::optional<std::size_t> misspelt(nlp::Range name) const;
  [[nodiscard]] bool bearsRole(std::size_t entity, std::string_view noun) const;
  std::optional<std::size_t> spelledOut(std::string_view shortForm) const;
  void linkAcronym(nlp::Range run, std::size_t entity);
  [[nodiscard]] Gender genderOf(nlp::Range run, std::size_t nameBegin) const;

  const nlp::Reading& r_;
  std::vector<Entity> entities_;
  std::vector<Mention> mentions_;  // in order of the text
  std::unordered_map<std::string, std::vector<std::size_t>> byKey_;
};

}  // namespace assay::extract
