#include "searcher/query/distribute.h"

#include <algorithm>

#include "searcher/query/query_words.h"

namespace council_news {
namespace {

using Conjunction = std::vector<Node>;
using Alternatives = std::vector<Conjunction>;

constexpr std::size_t kMaxAlternatives = 256;

std::string together(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool is_text(const Node& node) {
  return node.kind == NodeKind::word || node.kind == NodeKind::phrase ||
         (node.kind == NodeKind::field && node.terms.empty());
}

/// Whether the node or one below it matches by position. Exclusions do not matter.
bool has_order(const Node& node, Stemmer& stem) {
  if (node.kind == NodeKind::none_of) return false;
  if (node.kind == NodeKind::near) return true;
  if (is_text(node)) return words_of(node.text, stem).surfaces.size() > 1;
  const auto is_ordered = [&](const Node& part) { return has_order(part, stem); };
  return std::any_of(node.children.begin(), node.children.end(), is_ordered) ||
         std::any_of(node.others.begin(), node.others.end(), is_ordered);
}

/// A hyphenated text joined, and split at its hyphens.
Alternatives alternatives_of_text(const Node& node, Stemmer& stem) {
  const Words words = words_of(node.text, stem);
  const bool starred = words.starred.size() == 1 && words.starred.front() + 1 == words.surfaces.size();
  if (words.joined.empty() || (!words.starred.empty() && !starred)) return {{node}};
  const std::string star = starred ? "*" : "";
  Node parts = node;
  parts.text = together(words.surfaces) + star;
  Node joined = node;
  joined.text = together(words.joined) + star;
  if (joined.text.find(' ') != std::string::npos && node.kind == NodeKind::word) joined.kind = NodeKind::phrase;
  return {{joined}, {parts}};
}

Alternatives alternatives_of(const Node& node, Stemmer& stem);

/// All combinations of one alternative of each child; if there are too many, the children unchanged.
Alternatives alternatives_of_all(const Node& node, Stemmer& stem) {
  Alternatives alternatives{{}};
  for (const Node& child : node.children) {
    const Alternatives more = alternatives_of(child, stem);
    if (alternatives.size() * more.size() > kMaxAlternatives) return {node.children};
    Alternatives product;
    for (const Conjunction& conjunction : alternatives) {
      for (const Conjunction& addition : more) {
        product.push_back(conjunction);
        product.back().insert(product.back().end(), addition.begin(), addition.end());
      }
    }
    alternatives = std::move(product);
  }
  return alternatives;
}

/// NEAR, with each hyphenated word joined or split.
Alternatives alternatives_of_near(const Node& node, Stemmer& stem) {
  Alternatives alternatives;
  for (Conjunction& conjunction : alternatives_of_all(node, stem)) {
    Node near = node;
    near.children = std::move(conjunction);
    alternatives.push_back({near});
  }
  return alternatives;
}

Alternatives alternatives_of(const Node& node, Stemmer& stem) {
  if (is_text(node)) return alternatives_of_text(node, stem);
  if (node.kind == NodeKind::near) return alternatives_of_near(node, stem);
  if (!has_order(node, stem)) return {{node}};
  if (node.kind == NodeKind::all_of) return alternatives_of_all(node, stem);
  if (node.kind != NodeKind::any_of && node.kind != NodeKind::named) return {{node}};
  Alternatives alternatives;
  if (node.kind == NodeKind::named) {
    alternatives = alternatives_of_all(node, stem);
    Node name = node;
    name.children.clear();
    name.others.clear();
    if (!name.terms.empty()) alternatives.push_back({name});
    for (const Node& other : node.others) {
      for (Conjunction& conjunction : alternatives_of(other, stem)) alternatives.push_back(std::move(conjunction));
    }
    return alternatives;
  }
  for (const Node& child : node.children) {
    for (Conjunction& conjunction : alternatives_of(child, stem)) alternatives.push_back(std::move(conjunction));
  }
  return alternatives.size() > kMaxAlternatives ? Alternatives{{node}} : alternatives;
}

}  // namespace

std::vector<std::vector<Node>> distribute(const Node& root, Stemmer& stem) { return alternatives_of(root, stem); }

}  // namespace council_news
