#include "searcher/query/spread.h"

#include <algorithm>

#include "searcher/query/words.h"

namespace council_news {
namespace {

using Way = std::vector<Node>;
using Ways = std::vector<Way>;

constexpr std::size_t kMostWays = 256;

std::string together(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
  return text;
}

bool is_text(const Node& node) {
  return node.kind == NodeKind::word || node.kind == NodeKind::phrase ||
         (node.kind == NodeKind::field && node.terms.empty());
}

/// Does the node look at positions, itself or below? What is excluded does no harm.
bool has_order(const Node& node, Stemmer& stem) {
  if (node.kind == NodeKind::none_of) return false;
  if (node.kind == NodeKind::near) return true;
  if (is_text(node)) return words_of(node.text, stem).surfaces.size() > 1;
  const auto is_ordered = [&](const Node& part) { return has_order(part, stem); };
  return std::any_of(node.children.begin(), node.children.end(), is_ordered) ||
         std::any_of(node.others.begin(), node.others.end(), is_ordered);
}

/// A hyphenated text as it is in parts, and as it is with its hyphens gone.
Ways ways_of_text(const Node& node, Stemmer& stem) {
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

Ways ways_of(const Node& node, Stemmer& stem);

/// All combinations of one way of each; one way as it stands when there are too many.
Ways ways_of_all(const Node& node, Stemmer& stem) {
  Ways ways{{}};
  for (const Node& child : node.children) {
    const Ways more = ways_of(child, stem);
    if (ways.size() * more.size() > kMostWays) return {node.children};
    Ways product;
    for (const Way& way : ways) {
      for (const Way& addition : more) {
        product.push_back(way);
        product.back().insert(product.back().end(), addition.begin(), addition.end());
      }
    }
    ways = std::move(product);
  }
  return ways;
}

/// Words near each other, each as it is in parts or as one.
Ways ways_of_near(const Node& node, Stemmer& stem) {
  Ways ways;
  for (Way& way : ways_of_all(node, stem)) {
    Node near = node;
    near.children = std::move(way);
    ways.push_back({near});
  }
  return ways;
}

Ways ways_of(const Node& node, Stemmer& stem) {
  if (is_text(node)) return ways_of_text(node, stem);
  if (node.kind == NodeKind::near) return ways_of_near(node, stem);
  if (!has_order(node, stem)) return {{node}};
  if (node.kind == NodeKind::all_of) return ways_of_all(node, stem);
  if (node.kind != NodeKind::any_of && node.kind != NodeKind::named) return {{node}};
  Ways ways;
  if (node.kind == NodeKind::named) {
    ways = ways_of_all(node, stem);
    Node name = node;
    name.children.clear();
    name.others.clear();
    if (!name.terms.empty()) ways.push_back({name});
    for (const Node& other : node.others) {
      for (Way& way : ways_of(other, stem)) ways.push_back(std::move(way));
    }
    return ways;
  }
  for (const Node& child : node.children) {
    for (Way& way : ways_of(child, stem)) ways.push_back(std::move(way));
  }
  return ways.size() > kMostWays ? Ways{{node}} : ways;
}

}  // namespace

std::vector<std::vector<Node>> ways_to_match(const Node& root, Stemmer& stem) { return ways_of(root, stem); }

}  // namespace council_news
