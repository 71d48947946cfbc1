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

/// The meaning of a field's value.
struct FieldValue {
  std::vector<std::string> terms;  ///< an article must have one of them; empty if none can match
  std::string meaning;             ///< in words: `about the council Sandwell`
  std::string note = {};           ///< a note on how it was read
};

/// Looks up values of fields in the gazetteer, the topic list, the calendar and the archive.
class FieldValues {
 public:
  FieldValues(const Xapian::Database& database, const Day& today) : database_(database), today_(today) {}

  // Nodes must be of NodeKind::field and of a field that exists.

  /// The meaning of a node's value. nullopt if its field has no such value. Not for words of a field, unless exact.
  std::optional<FieldValue> read(const Node& node) const;

  /// Whether `text`, the node's value with the words after it, is a value. Decides how far an unquoted value extends:
  /// `council:King's Lynn`, `date:29 January 2018`, `author:dan peters`.
  bool knows(const Node& node, const std::string& text) const;

  /// A note on other councils that a name may mean, with their slugs; empty if it is unambiguous.
  std::string other_meanings(const Node& node) const;

  /// A note on a value that `read` does not know: the nearest known values, or how to write values.
  std::string advice(const Node& node) const;

  /// For a field of names (authors, outlets): the first of these words that is in none of the names; empty if there is
  /// none.
  std::string missing_from(const Field& field, const std::vector<Token>& words) const;

 private:
  FieldValue councils(const Field& field, const std::string& text) const;
  FieldValue trait(const Field& field, const std::string& text) const;
  FieldValue topic(const Field& field, const std::string& text) const;
  std::optional<FieldValue> date(const Field& field, const std::string& text) const;
  void drop_empty_years(const Field& field, std::vector<std::string>& terms) const;
  FieldValue id(const Field& field, const std::string& text) const;
  FieldValue url(const Field& field, const std::string& text) const;
  FieldValue exact(const Field& field, const std::string& text) const;
  FieldValue exact_slug(const Field& field, const std::string& text) const;
  FieldValue whole_address(const Field& field, const std::string& text) const;
  FieldValue known_only(FieldValue value) const;
  std::vector<std::string> terms_with_prefix(const std::string& prefix) const;

  const Xapian::Database& database_;
  Day today_;
};

/// A value of a field with a fixed list of values.
struct ListedValue {
  std::string_view value;
  std::string_view meaning;  ///< may be empty
};

/// All values of a field of councils, traits or topics; empty for other fields.
std::vector<ListedValue> listed_values(const Field& field);

/// Whether it is a field of running text, such as `title:`.
bool is_words_field(const Node& node);

/// Whether it only filters: a field with values, or a combination of such fields. With `any`, where any word is enough,
/// words of a headline filter too.
bool is_filter(const Node& node, bool any);

/// `a`, `a or b`, `a, b or c`; a long list is cut: `a, b or 7 more`.
std::string alternatives(const std::vector<std::string>& names);

/// `; did you mean a, b or c?`, or empty.
std::string suggestion_clause(const std::vector<std::string>& names);

}  // namespace council_news
