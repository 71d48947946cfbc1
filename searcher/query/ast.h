#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"

namespace council_news {

/// The kinds of nodes in a query tree. The parser knows fields by name; resolve.h looks up their values and other
/// names.
enum class NodeKind {
  nothing,  ///< an empty query
  word,     ///< `text`: one word as written; matches its inflections
  phrase,   ///< `text`: these words side by side, as written
  prefix,   ///< `text`: words with that prefix
  field,    ///< `field`:`text`, `quoted` or not
  named,    ///< children: words that also name something, which has one of `terms`, or that have other forms, `others`
            ///< (made by resolve.h)
  near,     ///< children within `distance` words of each other, in any order
  all_of,   ///< all of its children
  any_of,   ///< at least one of its children
  none_of,  ///< its one child must not match
};

struct Node {
  NodeKind kind = NodeKind::nothing;
  std::string text;
  std::string field;           ///< of `field` and `near`, as written; of `near`, empty for running text
  const Field* row = nullptr;  ///< of `field` and `near`: that field, if it exists; of `named`: the field of the value
  bool quoted = false;
  bool exact = false;    ///< of `field`: exactly that value, as in `council:=lisburn`
  bool grouped = false;  ///< of `field`: one of several values, as in `council:(king's lynn OR leeds)`
  unsigned distance = 0;
  std::vector<Node> children;

  /// Of a resolved field and of a name: terms of which an article must have one. Empty for fields of words.
  std::vector<std::string> terms;
  /// Of a name: other forms, one of which is enough.
  std::vector<Node> others;
  /// Of a resolved field and of a name, in words: `about the council Sandwell`.
  std::string meaning;

  bool operator==(const Node&) const = default;
};

/// Whether it is a word, phrase or prefix.
bool is_word_like(const Node& node);

/// Whether it is of that field, or the name of one of its values.
bool is_of(const Node& node, FieldId field);

/// Applies a field to all words of a tree: `topic:(housing OR homelessness)` is `topic:housing OR topic:homelessness`.
/// NEAR stays one node, within the field. `of` is a node of that field.
void bind_to_field(Node& node, const Node& of);

/// Minimum length of a prefix (`homeless*`); a shorter one would match half the dictionary.
inline constexpr std::size_t kMinPrefix = 3;

/// Whether the last word of `text` is long enough to be a prefix.
bool is_prefix(std::string_view text);

/// The note for a wildcard after a prefix that is too short.
std::string wildcard_ignored(std::string_view text);

/// Whether it is a single stop word (query_words.h).
bool is_stop_word(const Node& node);

/// Whether one of several parts that must all match is a stop word that is optional because there are other words.
bool is_optional(const Node& node, const std::vector<Node>& beside);

/// A human-readable form of the tree, with resolved parts as they were understood:
/// `children's AND trust AND NOT housing AND published in 2018`. With `any`, the parts of the root are joined by OR:
/// `children's OR trust`.
std::string describe(const Node& node, bool any = false);

}  // namespace council_news
