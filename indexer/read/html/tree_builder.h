#pragma once

#include <string_view>
#include <vector>

#include "indexer/read/html/html_document.h"

namespace council_news::html {

/// Builds the tree of a document from its tags and text in document order, as browsers do: supplies missing end tags,
/// ignores stray ones.
class TreeBuilder {
 public:
  explicit TreeBuilder(Document& document);

  /// Returns the element, or null if the tag was ignored. `self_closing` counts only in SVG and MathML.
  Node* start_tag(std::string_view name, Tag tag, const std::vector<Attribute>& attributes, bool self_closing);
  void end_tag(std::string_view name, Tag tag);
  void text(std::string_view text);
  /// The content of a <script> or the like, for which end_tag() is not called.
  void raw_text(Node& element, std::string_view text);
  /// Whether the next node is within SVG or MathML, which follow other rules.
  bool in_drawing() const { return drawings_ != 0; }

 private:
  struct Open {
    Node* node;
    bool ending;  ///< its end tag came while a block inside it was still open
  };

  Node* current() { return open_.back().node; }
  Node* append(Node& parent, Tag tag, std::string_view text);
  Node* append(Tag tag, std::string_view text) { return append(*current(), tag, text); }
  void pop_to(std::size_t index);
  bool ignored(Tag tag);
  void supply_end_tags(Tag tag);
  void close_item(Tag a, Tag b);
  void close_cell_parts(Tag tag);
  void close_paragraph();
  void end_inline(std::string_view name, Tag tag);
  void end_block(Tag tag);
  void leave_head();
  void leave_drawing();

  Document& document_;
  std::vector<Open> open_;
  std::size_t drawings_ = 0;  ///< number of open <svg> and <math> elements
  bool seen_html_ = false;
  bool seen_head_ = false;
  bool seen_body_ = false;
};

}  // namespace council_news::html
