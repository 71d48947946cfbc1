#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/tag.h"

namespace council_news::html {

/// A name and a value as written: entities in the value are not decoded.
struct Attribute {
  std::string_view name;
  std::string_view value;
};

/// An element or a run of text. Views point into the parsed bytes.
struct Node {
  Node* parent = nullptr;
  Node* first_child = nullptr;
  Node* last_child = nullptr;
  Node* next = nullptr;
  std::string_view text;  ///< text: as written, entities not decoded; element: its name
  const Attribute* attributes = nullptr;
  std::uint32_t attribute_count = 0;
  std::uint32_t order = 0;  ///< position in document order, from 0; an index into side tables
  Tag tag = Tag::other;

  bool is_text() const { return tag == Tag::text; }

  /// The attribute's value as written, empty if absent. `name` must be in lower case.
  std::string_view attribute(std::string_view name) const;
  /// The same with entities decoded and white space folded.
  std::string attribute_text(std::string_view name) const;
  bool has_attribute(std::string_view name) const;
};

/// The children of a node, for a range-for.
template <class NodeType>
class Siblings {
 public:
  explicit Siblings(NodeType* first) : first_(first) {}

  struct Iterator {
    NodeType* node;
    NodeType& operator*() const { return *node; }
    Iterator& operator++() {
      node = node->next;
      return *this;
    }
    bool operator!=(const Iterator& other) const { return node != other.node; }
  };
  Iterator begin() const { return {first_}; }
  Iterator end() const { return {nullptr}; }

 private:
  NodeType* first_;
};

inline Siblings<const Node> children(const Node& node) { return Siblings<const Node>(node.first_child); }

/// The next node in document order within `root`, or null. Unless `into`, skips the descendants of `node`.
const Node* next_node(const Node* node, const Node& root, bool into = true);

/// The nearest ancestor (not the node itself) with that tag, or null.
const Node* ancestor(const Node& node, Tag tag);

/// Whether `node` is a descendant of `root`.
bool is_within(const Node& node, const Node& root);

/// Elements nested deeper than this become siblings under the deepest one, so that code may walk the tree recursively.
inline constexpr std::size_t kMaxDepth = 200;

/// A parsed page. It holds views into the parsed HTML, which must outlive it.
///
/// The tree is the one that a browser builds except in rare cases: text misplaced in tables stays where it is, and
/// formatting is not reopened after a block that it crossed. Parsing never fails. Time and memory are linear.
class Document {
 public:
  static Document parse(std::string_view html);

  /// The root node: an element without a name.
  const Node& root() const { return *root_; }
  std::uint32_t node_count() const { return count_; }

 private:
  friend class TreeBuilder;

  Node* add_node();
  Attribute* add_attributes(const std::vector<Attribute>& attributes);

  std::vector<std::unique_ptr<Node[]>> nodes_;
  std::vector<std::unique_ptr<Attribute[]>> attributes_;
  std::size_t node_space_ = 0;
  std::size_t node_used_ = 0;
  std::size_t attribute_space_ = 0;
  std::size_t attribute_used_ = 0;
  std::uint32_t count_ = 0;
  Node* root_ = nullptr;
};

}  // namespace council_news::html
