#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "indexer/read/html/html_document.h"

namespace council_news::html {

/// A set of nodes of one document.
class NodeSet {
 public:
  explicit NodeSet(const Document& document) : has_(document.node_count()) {}

  void add(const Node& node) { has_[node.order] = 1; }
  void remove(const Node& node) { has_[node.order] = 0; }
  bool has(const Node& node) const { return has_[node.order] != 0; }

 private:
  std::vector<std::uint8_t> has_;
};

/// Builds the text of a page piece by piece: folds white space, drops control characters, separates paragraphs by a
/// blank line.
class TextWriter {
 public:
  /// Appends `text`, decoding its entities. With `keep_lines`, its line ends are kept.
  void append(std::string_view text, bool keep_lines = false);
  void append_blank() { blank_ = true; }
  void end_line() { breaks_ = breaks_ < 1 ? 1 : breaks_; }
  void end_paragraph() { breaks_ = 2; }

  /// Number of line ends (at most 2) before the next text.
  int breaks() const { return breaks_; }
  const std::string& text() const { return out_; }
  std::string take() { return std::move(out_); }

 private:
  void before_word();

  std::string out_;
  int breaks_ = 0;
  bool blank_ = false;
};

/// The plain text within `root`, without the nodes in `without` and without content that is never text (scripts,
/// buttons of forms). Blocks are paragraphs separated by a blank line; list items, table rows and text between <br> are
/// lines.
std::string text_of(const Node& root, const NodeSet* without = nullptr);

/// The same on one line.
std::string line_of(const Node& root, const NodeSet* without = nullptr);

}  // namespace council_news::html
