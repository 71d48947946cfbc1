#include "indexer/read/page/page_view.h"

namespace council_news::page {
namespace {

using html::Node;
using html::Tag;

/// A paragraph of at least this length…
constexpr std::uint32_t kProseLength = 60;
/// …of which at most this share is links is prose.
constexpr double kProseLinks = 0.5;

std::uint32_t count_text(std::string_view text, std::uint32_t& commas) {
  std::uint32_t count = 0;
  for (const char c : text) {
    count += static_cast<unsigned char>(c) > ' ';
    commas += c == ',';
  }
  return count;
}

bool is_inline(const Node& node) { return node.is_text() || !html::has(node.tag, html::kBlock); }

}  // namespace

PageView::PageView(const html::Document& document) : document_(document), facts_(document.node_count()) {
  read_nodes();
  measure(document.root(), Linked::no, nullptr);
}

bool PageView::beside_article(const Node& node, Hints beside) const {
  const double large = 0.4 * facts(root()).prose;
  for (const Node* up = &node; up != nullptr; up = up->parent) {
    const bool named = hinted(*up, beside) || up->tag == Tag::aside || up->tag == Tag::footer || up->tag == Tag::nav;
    if (named && up->tag != Tag::body && up->tag != Tag::html && facts(*up).prose <= large) return true;
  }
  return false;
}

void PageView::read_nodes() {
  HintReader reader;
  for (const Node* node = &root(); node != nullptr;) {
    const bool hidden = html::has(node->tag, html::kHidden) && node->tag != Tag::head;
    if (node->is_text()) texts_.push_back(node);
    if (node->attribute_count != 0) {
      facts_[node->order].hints = reader.read(*node);
      if (!hidden) elements_.push_back(node);
    }
    node = html::next_node(node, root(), !hidden);
  }
}

void PageView::measure(const html::NodeSet& without) { measure(root(), Linked::no, &without); }

double PageView::link_density(const Node& node) const {
  const ElementFacts& facts = facts_[node.order];
  return facts.text == 0 ? 0.0 : static_cast<double>(facts.linked) / static_cast<double>(facts.text);
}

/// A run of text and inline elements within a block is one paragraph. If it is long enough and not mostly links, it
/// counts as prose of the block and of all its ancestors.
void PageView::measure(const Node& node, Linked linked, const html::NodeSet* without) {
  ElementFacts& facts = facts_[node.order];
  facts.text = facts.linked = facts.prose = facts.commas = 0;
  if (without != nullptr && without->has(node)) return;
  if (node.is_text()) {
    facts.text = count_text(node.text, facts.commas);
    facts.linked = linked == Linked::yes ? facts.text : 0;
    return;
  }
  if (html::has(node.tag, html::kHidden)) return;
  if (node.tag == Tag::a) linked = Linked::yes;
  const bool block = !is_inline(node);
  std::uint32_t run = 0;
  std::uint32_t run_linked = 0;
  const auto end_run = [&] {
    const bool few_links = static_cast<double>(run_linked) <= kProseLinks * static_cast<double>(run);
    if (run >= kProseLength && few_links) facts.prose += run;
    run = run_linked = 0;
  };
  for (const Node& child : html::children(node)) {
    measure(child, linked, without);
    const ElementFacts& inner = facts_[child.order];
    facts.text += inner.text;
    facts.linked += inner.linked;
    facts.commas += inner.commas;
    if (block && is_inline(child) && inner.prose == 0) {
      run += inner.text;
      run_linked += inner.linked;
    } else {
      facts.prose += inner.prose;
      end_run();
    }
  }
  if (block) end_run();
}

}  // namespace council_news::page
