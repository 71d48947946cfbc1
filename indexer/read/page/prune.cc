#include "indexer/read/page/prune.h"

namespace council_news::page {
namespace {

using html::Node;
using html::NodeSet;
using html::Tag;

/// What holds more of the page's prose than this is not dropped for its name...
constexpr double kProtectedShare = 0.4;
/// ... comments are, if there is this much beside them.
constexpr std::uint32_t kBesideComments = 120;
/// A form or a box of links with this much prose is more than its name says.
constexpr std::uint32_t kEnoughProse = 250;
/// A byline, date or caption is not longer than this.
constexpr std::uint32_t kShortBox = 400;
/// A paragraph that is one link leads away if it is no longer than this.
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

bool is_surrounding(const PageView& page, const Node& node, std::uint32_t all_prose) {
  const ElementFacts& facts = page.facts(node);
  if (is_never_junk(node.tag)) return false;
  if ((facts.hints & kComments) != 0 && (all_prose - facts.prose) >= kBesideComments) return true;
  if (facts.prose > kProtectedShare * all_prose) return false;
  if (is_junk_element(node.tag)) return true;
  if (node.tag == Tag::form && facts.prose < kEnoughProse) return true;
  Hints junk = facts.hints & kJunk;
  if (facts.linked == 0)
    junk &= ~kRelated;  // a box that leads on has links; without any it is a teaser of its own text
  if (junk != 0 && ((facts.hints & kArticleBody) == 0 || facts.prose == 0)) return true;
  return (facts.hints & kAboutArticle) != 0 && facts.text < kShortBox;
}

bool is_list(Tag tag) { return tag == Tag::ul || tag == Tag::ol || tag == Tag::dl; }
bool is_box(Tag tag) { return tag == Tag::div || tag == Tag::section || tag == Tag::table || tag == Tag::header; }

bool is_leaf_block(const Node& node) {
  if (!html::has(node.tag, html::kBlock)) return false;
  for (const Node& child : html::children(node)) {
    if (html::has(child.tag, html::kBlock)) return false;
  }
  return true;
}

/// Goes through a container in the order of its text.
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
    if (is_list(node.tag)) return links > 0.6 && facts.prose == 0;
    if (is_box(node.tag)) return links > 0.5 && facts.prose < kEnoughProse;
    return node.tag == Tag::p && links > 0.95 && facts.text <= kShortLine && is_leaf_block(node);
  }

  /// A heading without any text before the next heading headed what was dropped.
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
  for (const Node* node = &page.root(); node != nullptr;) {
    const bool drop = !node->is_text() && is_surrounding(page, *node, all_prose);
    if (drop) dropped.add(*node);
    node = html::next_node(node, page.root(), !drop);
  }
}

void drop_within(const PageView& page, const Node& container, NodeSet& dropped) {
  Pruner(page, container, dropped).run();
}

}  // namespace council_news::page
