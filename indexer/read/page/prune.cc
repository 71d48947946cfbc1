#include "indexer/read/page/prune.h"

#include <string>

#include "common/text/utf8.h"

namespace council_news::page {
namespace {

using html::Node;
using html::NodeSet;
using html::Tag;

/// An element with a larger share of the page's prose is not dropped because of its name…
constexpr double kProtectedShare = 0.4;
/// …except comments, if at least this much prose is outside them.
constexpr std::uint32_t kBesideComments = 120;
/// A form or a box of links with this much prose is kept.
constexpr std::uint32_t kEnoughProse = 250;
/// Maximum length of a byline, date or caption.
constexpr std::uint32_t kShortBox = 400;
/// A kicker above the headline is shorter, a standfirst is longer.
constexpr std::uint32_t kKicker = 25;
/// Maximum length of a cookie notice; the word must occur in its first bytes.
constexpr std::uint32_t kLongestNotice = 1500;
constexpr std::size_t kNoticeHead = 150;
/// A paragraph that consists of one link and is no longer than this points elsewhere.
constexpr std::uint32_t kShortLine = 150;

bool is_junk_element(Tag tag) {
  switch (tag) {
    case Tag::nav:
    case Tag::footer:
    case Tag::aside:
    case Tag::fieldset:
    case Tag::menu:
    case Tag::dialog:
    case Tag::button:
    case Tag::label:
    case Tag::figcaption:
      return true;
    default:
      return false;
  }
}

bool is_never_junk(Tag tag) {
  return tag == Tag::html || tag == Tag::body || tag == Tag::main || tag == Tag::head || tag == Tag::tr ||
         tag == Tag::td || tag == Tag::th;
}

/// Whether an element is alone on its line.
bool is_alone(const PageView& page, const Node& node) {
  for (const Node& sibling : html::children(*node.parent)) {
    if (&sibling != &node && page.facts(sibling).text > 0 && !html::has(sibling.tag, html::kBlock)) return false;
  }
  return true;
}

/// The top of a page: the headline's position, and whether cookies are mentioned before it.
struct Top {
  std::uint32_t end = 0;
  bool cookies = false;
};

/// `end` is 0 for a page without an <h1>; the whole page is then searched for cookie notices.
Top top_of(const PageView& page) {
  Top top;
  for (const Node* node = &page.root(); node != nullptr && top.end == 0;) {
    const bool hidden = html::has(node->tag, html::kHidden);
    if (!hidden && node->is_text() && node->text.find("ookie") != std::string_view::npos) top.cookies = true;
    if (node->tag == Tag::h1) top.end = node->order;
    node = html::next_node(node, page.root(), !hidden);
  }
  return top;
}

bool is_kicker(const PageView& page, const Node& node, const Top& top) {
  const ElementFacts& facts = page.facts(node);
  return node.order < top.end && (facts.hints & kSummary) != 0 && facts.text > 0 && facts.text < kKicker;
}

/// Whether a box is a cookie notice by its text: it mentions cookies early and repeatedly and asks for a click.
bool is_cookie_notice(const PageView& page, const Node& node, const Top& top) {
  if (!top.cookies || (top.end != 0 && node.order > top.end)) return false;
  if (page.facts(node).text > kLongestNotice || (node.tag != Tag::div && node.tag != Tag::section)) return false;
  const std::string text = ascii_lower(html::text_of(node));
  const std::size_t first = text.find("cookie");
  if (first > kNoticeHead || text.find("cookie", first + 1) == std::string::npos) return false;
  for (const Node* inner = &node; inner != nullptr; inner = html::next_node(inner, node)) {
    if (inner->tag == Tag::button || inner->tag == Tag::input || inner->tag == Tag::a) return true;
  }
  return false;
}

bool is_surrounding(const PageView& page, const Node& node, std::uint32_t all_prose) {
  const ElementFacts& facts = page.facts(node);
  if (is_never_junk(node.tag)) return false;
  if ((facts.hints & kComments) != 0 && (all_prose - facts.prose) >= kBesideComments) return true;
  if (facts.prose > kProtectedShare * all_prose) return false;
  if (is_junk_element(node.tag)) return true;
  if (node.tag == Tag::form && facts.prose < kEnoughProse) return true;
  Hints junk = facts.hints & kJunk;
  if (facts.linked == 0)
    junk &= ~kRelated;  // a box of related stories has links; without any it is a teaser of this text
  if (node.tag == Tag::time) return facts.text < kShortBox && is_alone(page, node);
  if (junk != 0 && ((facts.hints & kArticleBody) == 0 || facts.prose == 0)) return true;
  return (facts.hints & kAboutArticle) != 0 && facts.text < kShortBox;
}

bool is_list(Tag tag) { return tag == Tag::ul || tag == Tag::ol || tag == Tag::dl; }
bool is_box(Tag tag) { return tag == Tag::div || tag == Tag::section || tag == Tag::table || tag == Tag::header; }

bool has_links(const Node& root, int min_count) {
  for (const Node* node = &root; node != nullptr && min_count > 0; node = html::next_node(node, root)) {
    min_count -= node->tag == Tag::a;
  }
  return min_count <= 0;
}

bool is_leaf_block(const Node& node) {
  if (!html::has(node.tag, html::kBlock)) return false;
  for (const Node& child : html::children(node)) {
    if (html::has(child.tag, html::kBlock)) return false;
  }
  return true;
}

/// Walks a container in document order.
class Pruner {
 public:
  Pruner(const PageView& page, const Node& container, NodeSet& dropped)
      : page_(page), container_(container), dropped_(dropped) {}

  void run() {
    for (const Node* node = &container_; node != nullptr;) {
      if (!node->is_text() && node != &container_ && !dropped_.has(*node) && is_unwanted(*node)) dropped_.add(*node);
      node = html::next_node(node, container_, !dropped_.has(*node));
    }
    drop_empty_headings();
  }

 private:
  bool is_unwanted(const Node& node) const {
    const ElementFacts& facts = page_.facts(node);
    if (facts.text == 0) return false;
    if (node.tag == Tag::h1) return facts.text < kShortBox;
    if (facts.linked == 0 || facts.text > 0.5 * page_.facts(container_).text) return false;
    const double links = page_.link_density(node);
    if (node.tag == Tag::td) return links > 0.8 && facts.prose == 0 && has_links(node, 2);
    if (is_list(node.tag)) return links > 0.6 && facts.prose == 0;
    if (is_box(node.tag)) return links > 0.5 && facts.prose < kEnoughProse;
    return node.tag == Tag::p && links > 0.95 && facts.text <= kShortLine && is_leaf_block(node);
  }

  /// A heading without text before the next heading belonged to something that was dropped.
  void drop_empty_headings() {
    const Node* heading = nullptr;
    bool text = false;
    for (const Node* node = &container_; node != nullptr;) {
      const bool skip = dropped_.has(*node) || html::has(node->tag, html::kHidden);
      const bool is_heading = html::is_heading(node->tag) && !skip && page_.facts(*node).text > 0;
      if (is_heading) {
        if (heading != nullptr && !text && heading->tag >= node->tag) dropped_.add(*heading);
        heading = node;
        text = false;
      }
      if (!skip && node->is_text() && page_.facts(*node).text > 0) text = true;
      node = html::next_node(node, container_, !skip && !is_heading);
    }
    if (heading != nullptr && !text) dropped_.add(*heading);
  }

  const PageView& page_;
  const Node& container_;
  NodeSet& dropped_;
};

}  // namespace

void drop_surroundings(const PageView& page, NodeSet& dropped) {
  const std::uint32_t all_prose = page.facts(page.root()).prose;
  const Top top = top_of(page);
  for (const Node* node = &page.root(); node != nullptr;) {
    const bool drop = !node->is_text() && (is_surrounding(page, *node, all_prose) || is_kicker(page, *node, top) ||
                                           is_cookie_notice(page, *node, top));
    if (drop) dropped.add(*node);
    node = html::next_node(node, page.root(), !drop);
  }
}

void drop_within(const PageView& page, const Node& container, NodeSet& dropped) {
  Pruner(page, container, dropped).run();
}

}  // namespace council_news::page
