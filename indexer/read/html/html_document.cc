#include "indexer/read/html/html_document.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/read/html/entities.h"

namespace council_news::html {
namespace {

/// Chunks double in size from small to large, since most documents are feed fragments of a few nodes.
constexpr std::size_t kFirstChunk = 16;
constexpr std::size_t kLargestChunk = 2048;

std::size_t next_chunk(std::size_t space) { return std::min(std::max(kFirstChunk, space * 2), kLargestChunk); }

}  // namespace

std::string_view Node::attribute(std::string_view name) const {
  for (std::uint32_t i = 0; i < attribute_count; ++i) {
    if (equal_ignoring_case(attributes[i].name, name)) return attributes[i].value;
  }
  return {};
}

std::string Node::attribute_text(std::string_view name) const {
  return squeeze(decode_entities(attribute(name), EntityContext::attribute));
}

bool Node::has_attribute(std::string_view name) const {
  return std::any_of(attributes, attributes + attribute_count,
                     [&](const Attribute& a) { return equal_ignoring_case(a.name, name); });
}

const Node* next_node(const Node* node, const Node& root, bool into) {
  if (into && node->first_child != nullptr) return node->first_child;
  while (node != &root && node->next == nullptr) node = node->parent;
  return node == &root ? nullptr : node->next;
}

const Node* ancestor(const Node& node, Tag tag) {
  for (const Node* up = node.parent; up != nullptr; up = up->parent) {
    if (up->tag == tag) return up;
  }
  return nullptr;
}

bool is_within(const Node& node, const Node& root) {
  const Node* up = node.parent;
  while (up != nullptr && up != &root) up = up->parent;
  return up != nullptr;
}

Node* Document::add_node() {
  if (node_used_ == node_space_) {
    node_space_ = next_chunk(node_space_);
    nodes_.push_back(std::make_unique<Node[]>(node_space_));
    node_used_ = 0;
  }
  Node* node = &nodes_.back()[node_used_++];
  node->order = count_++;
  return node;
}

Attribute* Document::add_attributes(const std::vector<Attribute>& attributes) {
  if (attributes.empty()) return nullptr;
  if (attribute_space_ - attribute_used_ < attributes.size()) {
    attribute_space_ = std::max(next_chunk(attribute_space_), attributes.size());
    attributes_.push_back(std::make_unique<Attribute[]>(attribute_space_));
    attribute_used_ = 0;
  }
  Attribute* first = &attributes_.back()[attribute_used_];
  std::copy(attributes.begin(), attributes.end(), first);
  attribute_used_ += attributes.size();
  return first;
}

}  // namespace council_news::html
