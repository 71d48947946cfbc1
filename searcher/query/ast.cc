#include "searcher/query/ast.h"

#include <fmt/core.h>

namespace council_news {
namespace {

std::string describe_children(const Node& node, const char* between) {
  std::string text;
  for (const Node& child : node.children) {
    const bool is_group = child.kind == NodeKind::all_of || child.kind == NodeKind::any_of;
    if (!text.empty()) text += between;
    text += is_group ? "(" + describe(child) + ")" : describe(child);
  }
  return text;
}

std::string describe_field(const Node& node) {
  if (!node.meaning.empty()) return node.meaning;
  return node.field + ":" + (node.quoted ? "\"" + node.text + "\"" : node.text);
}

}  // namespace

std::string describe(const Node& node, bool any) {
  switch (node.kind) {
    case NodeKind::nothing:
      return "nothing";
    case NodeKind::word:
      return node.text;
    case NodeKind::phrase:
      return "\"" + node.text + "\"";
    case NodeKind::prefix:
      return node.text + "*";
    case NodeKind::field:
      return describe_field(node);
    case NodeKind::named:
      return fmt::format("{} ({})", node.text, node.meaning);
    case NodeKind::near:
      return describe_children(node, fmt::format(" NEAR/{} ", node.distance).c_str());
    case NodeKind::all_of:
      return describe_children(node, any ? " OR " : " AND ");
    case NodeKind::any_of:
      return describe_children(node, " OR ");
    case NodeKind::none_of:
      return "NOT " + describe_children(node, "");
  }
  return {};
}

}  // namespace council_news
