#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <xapian.h>

#include "common/index/schema.h"
#include "common/text/timestamp.h"
#include "common/text/tokeniser.h"
#include "searcher/query/ast.h"

namespace council_news {

/// What a value of a field stands for.
struct FieldValue {
  std::vector<std::string> terms;  ///< of which an article must have one; none when no article can
  std::string meaning;             ///< in words: `about the council Sandwell`
  std::string note = {};           ///< what is to be said of how it was read
};

/// Looks the values of fields up: in the gazetteer, the topic list, the calendar and the archive itself.
class FieldValues {
 public:
  FieldValues(const Xapian::Database& database, const Day& today) : database_(database), today_(today) {}

  // Nodes are of NodeKind::field and of a field that exists.

  /// What the value of a node means. nullopt when its field has no such value. Not for words of a field, unless exact.
  std::optional<FieldValue> read(const Node& node) const;

  /// Does the longer `text` name one thing where the node's first word might name another? Decides how far an unquoted
  /// value reaches: `council:King's Lynn`, `date:29 January 2018`, `author:dan peters`.
  bool knows(const Node& node, const std::string& text) const;

  /// What else a council's name may mean, with how to ask for it; empty when it is clear.
  std::string other_meanings(const Node& node) const;

  /// What to tell about a value that `read` does not know: the nearest known ones, or how values are written.
  std::string advice(const Node& node) const;

  /// Of a field of names (authors, outlets): the first of these words that stands in none of them, or nothing.
  std::string missing_from(const Field& field, const std::vector<Token>& words) const;

 private:
  FieldValue councils(const Field& field, const std::string& text) const;
  FieldValue trait(const Field& field, const std::string& text) const;
  FieldValue topic(const Field& field, const std::string& text) const;
  std::optional<FieldValue> date(const Field& field, const std::string& text) const;
  FieldValue id(const Field& field, const std::string& text) const;
  FieldValue url(const Field& field, const std::string& text) const;
  FieldValue exact(const Field& field, const std::string& text) const;
  FieldValue exact_slug(const Field& field, const std::string& text) const;
  FieldValue whole_address(const Field& field, const std::string& text) const;
  FieldValue known_only(FieldValue value) const;
  std::vector<std::string> terms_beginning(const std::string& beginning) const;

  const Xapian::Database& database_;
  Day today_;
};

/// A value of a field that a list holds, and what it stands for.
struct ListedValue {
  std::string_view value;
  std::string_view meaning;  ///< may be empty
};

/// All values of a field of councils, traits or topics, by name; none of other fields.
std::vector<ListedValue> listed_values(const Field& field);

/// Is it a field of words of the text, as `title:` is?
bool is_words_field(const Node& node);

/// Does it only say which articles may be found: a field with values of its own, or several of them? Where any word
/// will do, the words of a headline filter, too.
bool is_filter(const Node& node, bool any);

/// `a`, `a or b`, `a, b or c`; of many the first and how many more.
std::string alternatives(const std::vector<std::string>& names);

/// `; did you mean a, b or c?`, or nothing.
std::string suggestion_clause(const std::vector<std::string>& names);

}  // namespace council_news
