#include <algorithm>
#include <string_view>
#include <vector>

#include "common/text/utf8.h"
#include "indexer/read/html/html_document.h"
#include "indexer/read/html/tree_builder.h"

namespace council_news::html {
namespace {

constexpr auto npos = std::string_view::npos;

/// Splits HTML into tags and text (section 13.2.5 of the standard) and passes them to the tree builder.
class Tokenizer {
 public:
  Tokenizer(std::string_view html, TreeBuilder& builder) : html_(html), builder_(builder) {}

  void run() {
    std::size_t text_from = 0;
    for (;;) {
      const std::size_t open = html_.find('<', at_);
      if (open == npos) break;
      if (!begins_markup(open)) {
        at_ = open + 1;
        continue;
      }
      builder_.text(html_.substr(text_from, open - text_from));
      at_ = open + 1;
      read_markup();
      text_from = at_;
    }
    builder_.text(html_.substr(std::min(text_from, html_.size())));
  }

 private:
  char peek(std::size_t offset) const { return offset < html_.size() ? html_[offset] : '\0'; }

  bool begins_markup(std::size_t open) const {
    const char next = peek(open + 1);
    return is_ascii_letter(next) || next == '!' || next == '?' || (next == '/' && open + 2 < html_.size());
  }

  void skip_past(std::string_view what, std::size_t from) {
    const std::size_t found = html_.find(what, from);
    at_ = found == npos ? html_.size() : found + what.size();
  }

  /// at_ is after the `<`.
  void read_markup() {
    const char first = html_[at_];
    if (is_ascii_letter(first)) return read_start_tag();
    if (first == '/' && is_ascii_letter(peek(at_ + 1))) return read_end_tag();
    if (html_.substr(at_, 3) != "!--") return skip_past(">", at_);
    if (html_.substr(at_ + 3, 1) == ">" || html_.substr(at_ + 3, 2) == "->") return skip_past(">", at_);
    skip_past("-->", at_ + 3);
  }

  std::string_view read_name() {
    const std::size_t begin = at_;
    while (at_ < html_.size() && !is_ascii_blank(html_[at_]) && html_[at_] != '/' && html_[at_] != '>') ++at_;
    return html_.substr(begin, at_ - begin);
  }

  void read_end_tag() {
    ++at_;
    const std::string_view name = read_name();
    read_attributes();
    builder_.end_tag(name, tag_of(name));
  }

  void read_start_tag() {
    const std::string_view name = read_name();
    const bool self_closing = read_attributes();
    const Tag tag = tag_of(name);
    Node* node = builder_.start_tag(name, tag, attributes_, self_closing);
    if (node != nullptr && has(tag, kRawText) && !(builder_.in_drawing() && (self_closing || tag == Tag::title))) {
      read_raw_text(name, *node);
    }
  }

  /// Leaves at_ after the `>`. Returns whether a `/` precedes it.
  bool read_attributes() {
    attributes_.clear();
    bool slash = false;
    while (at_ < html_.size()) {
      const char c = html_[at_];
      if (c == '>') {
        ++at_;
        return slash;
      }
      if (is_ascii_blank(c) || c == '/') {
        slash = c == '/';
        ++at_;
        continue;
      }
      slash = false;
      read_attribute();
    }
    return slash;
  }

  void read_attribute() {
    const std::size_t begin = at_;
    ++at_;  // even a stray `=` begins a name
    while (at_ < html_.size() && html_[at_] != '=' && html_[at_] != '>' && html_[at_] != '/' &&
           !is_ascii_blank(html_[at_])) {
      ++at_;
    }
    const std::string_view name = html_.substr(begin, at_ - begin);
    const std::size_t after_name = at_;
    skip_blanks();
    if (peek(at_) != '=') {
      at_ = after_name;
      attributes_.push_back({name, {}});
      return;
    }
    ++at_;
    skip_blanks();
    attributes_.push_back({name, read_value()});
  }

  std::string_view read_value() {
    const char quote = peek(at_);
    if (quote == '"' || quote == '\'') {
      const std::size_t begin = ++at_;
      skip_past(std::string_view(&quote, 1), begin);
      const bool closed = at_ > begin && html_[at_ - 1] == quote;
      return html_.substr(begin, at_ - begin - (closed ? 1 : 0));
    }
    const std::size_t begin = at_;
    while (at_ < html_.size() && html_[at_] != '>' && !is_ascii_blank(html_[at_])) ++at_;
    return html_.substr(begin, at_ - begin);
  }

  void skip_blanks() {
    while (at_ < html_.size() && is_ascii_blank(html_[at_])) ++at_;
  }

  /// The content of <script>, <title>…: everything up to the end tag of that name or the end of the page.
  void read_raw_text(std::string_view name, Node& node) {
    const std::size_t begin = at_;
    std::size_t end = html_.size();
    for (std::size_t open = html_.find("</", begin); open != npos; open = html_.find("</", open + 2)) {
      const char next = peek(open + 2 + name.size());
      if (equal_ignoring_case(html_.substr(open + 2, name.size()), name) &&
          (is_ascii_blank(next) || next == '/' || next == '>')) {
        end = open;
        break;
      }
    }
    builder_.raw_text(node, html_.substr(begin, end - begin));
    at_ = end;
    if (end < html_.size()) {
      at_ += 2 + name.size();
      read_attributes();
    }
  }

  std::string_view html_;
  TreeBuilder& builder_;
  std::size_t at_ = 0;
  std::vector<Attribute> attributes_;
};

}  // namespace

Document Document::parse(std::string_view html) {
  Document document;
  TreeBuilder builder(document);
  Tokenizer(html, builder).run();
  return document;
}

}  // namespace council_news::html
