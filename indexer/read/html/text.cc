#include "indexer/read/html/text.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/read/html/entities.h"

namespace council_news::html {
namespace {

bool is_word_byte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte > ' ' && byte < 0x7F;
}

/// Whether a character with this first byte may be white space or a control character.
bool needs_check(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return byte < 0x80 || byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) || byte == 0xEF;
}

bool is_control(char32_t c) { return c < 0x20 || (c >= 0x7F && c < 0xA0); }

enum class Break { none, blank, line, paragraph };

/// A cell that contains paragraphs is a layout box; one that contains words belongs to its row.
bool is_layout_cell(const Node& cell) {
  for (const Node& child : children(cell)) {
    if (has(child.tag, kBlock)) return true;
  }
  return false;
}

Break break_around(const Node& node) {
  switch (node.tag) {
    case Tag::li:
    case Tag::dt:
    case Tag::dd:
    case Tag::tr:
      return Break::line;
    case Tag::td:
    case Tag::th:
      return is_layout_cell(node) ? Break::paragraph : Break::blank;
    default:
      return has(node.tag, kBlock) ? Break::paragraph : Break::none;
  }
}

class Renderer {
 public:
  explicit Renderer(const NodeSet* without) : without_(without) {}

  void render(const Node& node) {
    if (without_ != nullptr && without_->has(node)) return;
    if (node.is_text()) return render_text(node);
    if (node.tag == Tag::br) return line_break();
    if (has(node.tag, kHidden)) return;
    const Break around = break_around(node);
    apply(around);
    items_ += node.tag == Tag::li;
    preformatted_ += node.tag == Tag::pre;
    for (const Node& child : children(node)) render(child);
    preformatted_ -= node.tag == Tag::pre;
    items_ -= node.tag == Tag::li;
    apply(around);
  }

  TextWriter& writer() { return writer_; }

 private:
  void render_text(const Node& node) {
    if (node.text.find('&') == std::string_view::npos) return writer_.append(node.text, preformatted_ > 0);
    decoded_.clear();
    append_decoded(decoded_, node.text);
    writer_.append(decoded_, preformatted_ > 0);
  }

  /// The second <br> in a row ends the paragraph.
  void line_break() {
    if (writer_.breaks() > 0 && items_ == 0) {
      writer_.end_paragraph();
    } else {
      writer_.end_line();
    }
  }

  void apply(Break kind) {
    if (kind == Break::none) return;
    if (kind == Break::blank) return writer_.append_blank();
    if (kind == Break::line || items_ > 0) return writer_.end_line();
    writer_.end_paragraph();
  }

  const NodeSet* without_;
  TextWriter writer_;
  std::string decoded_;
  int items_ = 0;         ///< depth of enclosing list items: their paragraphs are lines
  int preformatted_ = 0;  ///< depth of enclosing <pre>
};

}  // namespace

void TextWriter::before_word() {
  if (!out_.empty()) {
    if (breaks_ > 0) {
      out_.append(static_cast<std::size_t>(breaks_), '\n');
    } else if (blank_) {
      out_ += ' ';
    }
  }
  breaks_ = 0;
  blank_ = false;
}

void TextWriter::append(std::string_view text, bool keep_lines) {
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    while (end < text.size() && (is_word_byte(text[end]) || !needs_check(text[end]))) ++end;
    if (end > at) {
      before_word();
      out_ += text.substr(at, end - at);
      at = end;
      continue;
    }
    const char32_t c = next_code_point(text, end);
    if (c == '\n' && keep_lines) {
      end_line();
    } else if (is_space(c)) {
      blank_ = true;
    } else if (!is_control(c)) {
      before_word();
      out_ += text.substr(at, end - at);
    }
    at = end;
  }
}

std::string text_of(const Node& root, const NodeSet* without) {
  Renderer renderer(without);
  renderer.render(root);
  return renderer.writer().take();
}

std::string line_of(const Node& root, const NodeSet* without) {
  std::string text = text_of(root, without);
  std::replace(text.begin(), text.end(), '\n', ' ');
  return text.find("  ") == std::string::npos ? text : squeeze(text);
}

}  // namespace council_news::html
