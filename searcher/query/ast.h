#pragma once

#include <string>
#include <vector>

namespace council_news {

/// What a part of a query asks for. The tree knows no schema: whether a field exists is compile.h's business.
enum class NodeKind {
  nothing,  ///< an empty query
  word,     ///< `text`: one word as written, inflections included
  phrase,   ///< `text`: these words side by side, as written
  prefix,   ///< `text`: words that begin so
  field,    ///< `field`:`text`, `quoted` or not
  near,     ///< children within `distance` words of each other, in any order
  all_of,   ///< children, each of them
  any_of,   ///< children, at least one
  none_of,  ///< its one child must not match
};

struct Node {
  NodeKind kind = NodeKind::nothing;
  std::string text;
  std::string field;
  bool quoted = false;
  unsigned distance = 0;
  std::vector<Node> children;
};

/// The tree in words, for people: `all of (children's, trust) but none of (housing)`.
std::string describe(const Node& node);

}  // namespace council_news
