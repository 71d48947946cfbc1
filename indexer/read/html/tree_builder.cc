#include "indexer/read/html/tree_builder.h"

#include <utility>

#include "common/text/utf8.h"

namespace council_news::html {
namespace {

bool is_drawing(Tag tag) { return tag == Tag::svg || tag == Tag::math; }

/// Elements of a page that cannot occur in SVG or MathML: the end tag of the drawing is missing.
bool ends_drawing(Tag tag) { return has(tag, kClosesP) || tag == Tag::body || tag == Tag::span || tag == Tag::img; }

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n\f") == std::string_view::npos; }

bool is_table_part(Tag tag) { return tag == Tag::tbody || tag == Tag::thead || tag == Tag::tfoot; }

}  // namespace

TreeBuilder::TreeBuilder(Document& document) : document_(document) {
  document_.root_ = document_.add_node();
  open_.push_back({.node = document_.root_, .ending = false});
}

Node* TreeBuilder::append(Node& parent, Tag tag, std::string_view text) {
  Node* node = document_.add_node();
  node->tag = tag;
  node->text = text;
  node->parent = &parent;
  if (parent.last_child != nullptr) {
    parent.last_child->next = node;
  } else {
    parent.first_child = node;
  }
  parent.last_child = node;
  return node;
}

/// Closes the elements from `index` on, and the ones around them that were only waiting for these.
void TreeBuilder::pop_to(std::size_t index) {
  const auto pop = [this] {
    if (is_drawing(current()->tag)) --drawings_;
    open_.pop_back();
  };
  while (open_.size() > index) pop();
  while (open_.back().ending) pop();
}

/// A second <html>, <head>, <body> or <form>.
bool TreeBuilder::ignored(Tag tag) {
  const auto again = [](bool& seen) { return std::exchange(seen, true); };
  switch (tag) {
    case Tag::html:
      return again(seen_html_);
    case Tag::head:
      return again(seen_head_) || seen_body_;
    case Tag::body:
      return again(seen_body_);
    case Tag::form:
      for (const Open& open : open_) {
        if (open.node->tag == Tag::form) return true;
      }
      return false;
    default:
      return false;
  }
}

void TreeBuilder::leave_head() {
  for (std::size_t i = open_.size(); i-- > 1;) {
    if (open_[i].node->tag == Tag::head) return pop_to(i);
  }
}

void TreeBuilder::leave_drawing() {
  for (std::size_t i = 1; i < open_.size(); ++i) {
    if (is_drawing(open_[i].node->tag)) return pop_to(i);
  }
}

/// Ends the open <a> or <b> item, unless a list or another block contains the new one.
void TreeBuilder::close_item(Tag a, Tag b) {
  for (std::size_t i = open_.size(); i-- > 1;) {
    const Tag tag = open_[i].node->tag;
    if (tag == a || tag == b) return pop_to(i);
    if (has(tag, kScope) || (has(tag, kBlock) && tag != Tag::div && tag != Tag::p && tag != Tag::address)) return;
  }
}

/// Ends the cell, row or row group before a new one, up to the table that contains both.
void TreeBuilder::close_cell_parts(Tag tag) {
  std::size_t found = 0;
  for (std::size_t i = open_.size(); i-- > 1;) {
    const Tag open = open_[i].node->tag;
    if (open == Tag::table) break;
    const bool cell = open == Tag::td || open == Tag::th || open == Tag::caption;
    if (cell || (tag == Tag::tr && open == Tag::tr) ||
        (is_table_part(tag) && (open == Tag::tr || is_table_part(open)))) {
      found = i;
    } else if (open == Tag::tr) {
      break;
    }
  }
  if (found != 0) pop_to(found);
}

void TreeBuilder::close_paragraph() {
  for (std::size_t i = open_.size(); i-- > 1;) {
    const Tag tag = open_[i].node->tag;
    if (tag == Tag::p) return pop_to(i);
    if (has(tag, kScope) || tag == Tag::button) return;
  }
}

void TreeBuilder::supply_end_tags(Tag tag) {
  if (current()->tag == Tag::head && !has(tag, kHead)) leave_head();
  if (has(tag, kClosesP)) close_paragraph();
  if (is_heading(tag) && is_heading(current()->tag)) pop_to(open_.size() - 1);
  switch (tag) {
    case Tag::li:
      return close_item(Tag::li, Tag::li);
    case Tag::dt:
    case Tag::dd:
      return close_item(Tag::dt, Tag::dd);
    case Tag::td:
    case Tag::th:
    case Tag::tr:
    case Tag::tbody:
    case Tag::thead:
    case Tag::tfoot:
      return close_cell_parts(tag);
    case Tag::a:
      return end_inline("a", tag);
    case Tag::button:
      return end_block(tag);
    case Tag::option:
    case Tag::optgroup:
      if (current()->tag == Tag::option) pop_to(open_.size() - 1);
      return;
    default:
      return;
  }
}

Node* TreeBuilder::start_tag(std::string_view name, Tag tag, const std::vector<Attribute>& attributes,
                             bool self_closing) {
  if (tag == Tag::body) leave_head();
  if (ignored(tag)) return nullptr;
  if (drawings_ != 0 && ends_drawing(tag)) leave_drawing();
  if (drawings_ == 0) supply_end_tags(tag);
  Node* node = append(tag, name);
  node->attributes = document_.add_attributes(attributes);
  node->attribute_count = static_cast<std::uint32_t>(attributes.size());
  const bool empty = has(tag, kVoid) || (self_closing && (drawings_ != 0 || is_drawing(tag)));
  if (empty || has(tag, kRawText) || open_.size() >= kMaxDepth) return node;
  open_.push_back({.node = node, .ending = false});
  if (is_drawing(tag)) ++drawings_;
  return node;
}

/// Ends an inline element. If blocks are open within it, it ends with the outermost of them.
void TreeBuilder::end_inline(std::string_view name, Tag tag) {
  bool crossed = false;
  for (std::size_t i = open_.size(); i-- > 1;) {
    const Node& node = *open_[i].node;
    if (node.tag == tag && (tag != Tag::other || equal_ignoring_case(node.text, name)) && !open_[i].ending) {
      if (!crossed) return pop_to(i);
      if (has(tag, kFormatting)) open_[i].ending = true;
      return;
    }
    if (has(node.tag, kScope)) return;
    crossed = crossed || has(node.tag, kBlock);
  }
}

void TreeBuilder::end_block(Tag tag) {
  for (std::size_t i = open_.size(); i-- > 1;) {
    const Tag open = open_[i].node->tag;
    if (open == tag || (is_heading(tag) && is_heading(open))) return pop_to(i);
    const bool table_end = tag == Tag::table || tag == Tag::tr || is_table_part(tag);
    if (has(open, kScope) && (!table_end || open == Tag::table)) return;
    if (tag == Tag::li && (open == Tag::ul || open == Tag::ol)) return;
  }
}

void TreeBuilder::end_tag(std::string_view name, Tag tag) {
  switch (tag) {
    case Tag::html:
    case Tag::body:
      return;
    case Tag::head:
      return leave_head();
    case Tag::br:
      append(tag, name);
      return;
    case Tag::p: {
      const std::size_t before = open_.size();
      close_paragraph();
      if (open_.size() == before) append(tag, name);
      return;
    }
    default:
      break;
  }
  if (has(tag, kBlock) || has(tag, kScope)) {
    end_block(tag);
  } else {
    end_inline(name, tag);
  }
}

void TreeBuilder::text(std::string_view text) {
  if (text.empty()) return;
  const Tag tag = current()->tag;
  if (tag == Tag::head || tag == Tag::html) {
    if (is_blank(text)) return;
    leave_head();
  }
  append(Tag::text, text);
}

void TreeBuilder::raw_text(Node& element, std::string_view text) {
  if (!text.empty()) append(element, Tag::text, text);
}

}  // namespace council_news::html
