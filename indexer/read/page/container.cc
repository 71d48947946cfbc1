#include "indexer/read/page/container.h"

#include <algorithm>

namespace council_news::page {
namespace {

using html::Node;
using html::NodeSet;
using html::Tag;

/// A named container counts if it has at least this share of the prose of the page's densest part.
constexpr double kBelievedShare = 0.5;
/// A child with this share of its parent's prose replaces the parent.
constexpr double kDominantShare = 0.75;

/// The weight of an element: its prose, or its text if the page has no prose.
class Scale {
 public:
  explicit Scale(const PageView& page) : page_(page), prose_(page.facts(page.root()).prose > 0) {}

  std::uint32_t weigh(const Node& node) const { return prose_ ? page_.facts(node).prose : page_.facts(node).text; }

 private:
  const PageView& page_;
  bool prose_;
};

/// Of two nested marked elements the inner one is used if it has this share of the outer one's weight.
constexpr double kSameShare = 0.9;

using Test = bool (*)(const PageView&, const Node&);

bool is_article_body(const PageView& page, const Node& node) { return page.hinted(node, kArticleBody); }
bool is_article(const PageView&, const Node& node) { return node.tag == Tag::article; }
bool is_main(const PageView& page, const Node& node) {
  return node.tag == Tag::main || page.hinted(node, kMainContent);
}

/// The marks of a container, the most reliable first.
constexpr Test kMarks[] = {is_article_body, is_article, is_main};

/// The innermost element that has nearly all of the weight.
const Node* dense_part(const PageView& page, const Scale& scale) {
  const Node* node = &page.root();
  for (;;) {
    const Node* heir = nullptr;
    const double enough = std::max(1.0, kDominantShare * scale.weigh(*node));
    for (const Node& child : html::children(*node)) {
      if (html::has(child.tag, html::kBlock) && child.tag != Tag::p && scale.weigh(child) >= enough) heir = &child;
    }
    if (heir == nullptr) return node;
    node = heir;
  }
}

bool same_kind(const Node& a, const Node& b) { return a.tag == b.tag && a.attribute("class") == b.attribute("class"); }

/// The heaviest element with the mark, and its siblings with it.
std::vector<const Node*> marked(const PageView& page, const Scale& scale, const NodeSet& dropped, Test test) {
  const Node* best = nullptr;
  for (const Node* node = &page.root(); node != nullptr;) {
    const bool is_dropped = dropped.has(*node);
    if (!is_dropped && !node->is_text() && node->tag != Tag::html && node->tag != Tag::body && test(page, *node)) {
      if (best == nullptr || scale.weigh(*node) > scale.weigh(*best) ||
          (scale.weigh(*node) >= kSameShare * scale.weigh(*best) && html::is_within(*node, *best))) {
        best = node;
      }
    }
    node = html::next_node(node, page.root(), !is_dropped);
  }
  if (best == nullptr) return {};
  std::vector<const Node*> all;
  for (const Node& sibling : html::children(*best->parent)) {
    if (!sibling.is_text() && !dropped.has(sibling) && same_kind(sibling, *best)) all.push_back(&sibling);
  }
  return best->tag == Tag::article ? std::vector<const Node*>{best} : all;
}

}  // namespace

std::vector<const Node*> find_container(const PageView& page, const NodeSet& dropped) {
  if (page.facts(page.root()).text == 0) return {};
  const Scale scale(page);
  const Node* dense = dense_part(page, scale);
  const double enough = std::max(1.0, kBelievedShare * scale.weigh(*dense));
  for (const Test test : kMarks) {
    std::vector<const Node*> nodes = marked(page, scale, dropped, test);
    double weight = 0;
    for (const Node* node : nodes) weight += scale.weigh(*node);
    if (weight >= enough) return nodes;
  }
  return {dense};
}

}  // namespace council_news::page
