#include "indexer/read/page/lead.h"

namespace council_news::page {
namespace {

using html::Node;
using html::NodeSet;
using html::Tag;

/// Minimum bytes of text in a standfirst.
constexpr std::uint32_t kShortest = 40;
constexpr std::uint32_t kLongest = 700;

bool is_standfirst(const PageView& page, const Node& node) {
  const ElementFacts& facts = page.facts(node);
  return (facts.hints & kSummary) != 0 && facts.text >= kShortest && facts.text <= kLongest &&
         page.link_density(node) < 0.3 && node.tag != Tag::h1;
}

}  // namespace

std::string standfirst(const PageView& page, const Node& container, const NodeSet& dropped) {
  std::string text;
  const Node* article = html::ancestor(container, Tag::article);
  bool after_headline = false;
  for (const Node* node = &page.root(); node != nullptr && node->order < container.order;) {
    bool into = !dropped.has(*node) && !html::has(node->tag, html::kHidden);
    if (into && node->tag == Tag::h1) {
      after_headline = true;
      text.clear();
      into = false;
    } else if (into && text.empty() && !html::is_within(container, *node) && is_standfirst(page, *node) &&
               (after_headline || (article != nullptr && html::is_within(*node, *article)))) {
      text = html::text_of(*node, &dropped);
      into = false;
    }
    node = html::next_node(node, page.root(), into);
  }
  return text;
}

}  // namespace council_news::page
