#include "indexer/read/page/byline_text.h"

#include "common/text/utf8.h"
#include "indexer/read/html/entities.h"
#include "indexer/read/html/text.h"

namespace council_news::page {
namespace {

using html::Node;
using html::Tag;

/// Text directly within one element.
struct Piece {
  const Node* link = nullptr;  ///< enclosing link, if any
  bool begins_apart = false;   ///< preceded by white space
  bool ends_apart = false;
  bool one_word = false;
};

class BylineText {
 public:
  explicit BylineText(const Node& box) { read(box, nullptr); }

  std::string take() { return std::move(text_); }

 private:
  void read(const Node& node, const Node* link) {
    if (node.is_text()) return add(html::decode_entities(node.text), link);
    if (html::has(node.tag, html::kHidden)) return;
    const bool breaks = node.tag == Tag::br || html::has(node.tag, html::kBlock);
    broken_ = broken_ || breaks;
    for (const Node& child : html::children(node)) read(child, node.tag == Tag::a ? &node : link);
    broken_ = broken_ || breaks;
  }

  void add(const std::string& written, const Node* link) {
    const std::string words = squeeze(written);
    if (words.empty()) {
      last_.ends_apart = true;
      return;
    }
    const Piece piece{.link = link,
                      .begins_apart = is_ascii_blank(written.front()),
                      .ends_apart = is_ascii_blank(written.back()),
                      .one_word = words.find(' ') == std::string::npos};
    if (!text_.empty()) text_ += between(piece);
    text_ += words;
    last_ = piece;
    broken_ = false;
  }

  const char* between(const Piece& next) const {
    if (broken_) return "\n";
    if (last_.one_word && next.one_word) return " ";
    const bool apart = last_.ends_apart || next.begins_apart;
    const bool two_links = last_.link != next.link && last_.link != nullptr && next.link != nullptr;
    return apart && !two_links ? " " : " | ";
  }

  std::string text_;
  Piece last_;
  bool broken_ = false;  ///< a line ended since the last piece
};

}  // namespace

std::string byline_text(const Node& box) { return BylineText(box).take(); }

}  // namespace council_news::page
