#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "common/index/schema.h"

namespace council_news {

/// What a part of a query asks for. The parser knows the fields by name; resolve.h looks their values and names up.
enum class NodeKind {
  nothing,  ///< an empty query
  word,     ///< `text`: one word as written, inflections included
  phrase,   ///< `text`: these words side by side, as written
  prefix,   ///< `text`: words that begin so
  field,    ///< `field`:`text`, `quoted` or not
  named,    ///< children: words that are also the name of something, which has one of `terms`, or that are written
            ///< like one of `others`, too (made by resolve.h)
  near,     ///< children within `distance` words of each other, in any order
  all_of,   ///< children, each of them
  any_of,   ///< children, at least one
  none_of,  ///< its one child must not match
};

struct Node {
  NodeKind kind = NodeKind::nothing;
  std::string text;
  std::string field;           ///< of `field` and `near`, as written; of `near`, empty for the text
  const Field* row = nullptr;  ///< of `field` and `near`: that field, if there is one; of `named`: whose value it names
  bool quoted = false;
  bool exact = false;    ///< of `field`: `council:=lisburn`: that very value, not what else it may name
  bool grouped = false;  ///< of `field`: one of several values, as in `council:(king's lynn OR leeds)`
  unsigned distance = 0;
  std::vector<Node> children;

  /// Of a resolved field with values of its own, and of a name: the terms of which an article must have one.
  std::vector<std::string> terms;
  /// Of a name: other forms, one of which will do.
  std::vector<Node> others;
  /// Of a resolved field and of a name, in words: `about the council Sandwell`.
  std::string meaning;

  bool operator==(const Node&) const = default;
};

/// Is it a word, a phrase or a prefix?
bool is_word_like(const Node& node);

/// Is it of that field, or the name of one of its values?
bool is_of(const Node& node, FieldId field);

/// Asks for the words of a tree in a field: `topic:(housing OR homelessness)` is `topic:housing OR topic:homelessness`.
/// Nearness stays one node, within the field. `of` is a node of that field.
void bind_to_field(Node& node, const Node& of);

/// Prefixes (`homeless*`) shorter than this would match half the dictionary.
inline constexpr std::size_t kMinPrefix = 3;

/// Is the last word of `text` long enough to be one?
bool is_prefix(std::string_view text);

/// What to say where it is not.
std::string star_left_out(std::string_view text);

/// Is it a single stop word (words.h)?
bool is_stop_word(const Node& node);

/// Of parts that must all match: is that one a stop word, which need not be there because other words are?
bool is_optional(const Node& node, const std::vector<Node>& beside);

/// The tree in words, for people. What resolve.h has looked up is told as it was understood:
/// `children's AND trust AND NOT housing AND published in 2018`. With `any`, the parts of the root count one by one:
/// `children's OR trust`.
std::string describe(const Node& node, bool any = false);

}  // namespace council_news
