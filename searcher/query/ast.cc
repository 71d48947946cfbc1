#include "searcher/query/ast.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/text/fold.h"
#include "common/text/tokeniser.h"
#include "searcher/query/query_words.h"

namespace council_news {
namespace {

std::string describe_children(const std::vector<const Node*>& children, const char* between) {
  std::string text;
  for (const Node* child : children) {
    const bool is_group = child->kind == NodeKind::all_of || child->kind == NodeKind::any_of;
    if (!text.empty()) text += between;
    text += is_group ? "(" + describe(*child) + ")" : describe(*child);
  }
  return text;
}

std::string describe_children(const Node& node, const char* between) {
  std::vector<const Node*> children;
  for (const Node& child : node.children) children.push_back(&child);
  return describe_children(children, between);
}

std::string describe_all_of(const Node& node) {
  std::vector<const Node*> wanted;
  std::vector<const Node*> optional;
  for (const Node& child : node.children) (is_optional(child, node.children) ? optional : wanted).push_back(&child);
  const std::string text = describe_children(wanted, " AND ");
  return optional.empty() ? text : fmt::format("{} ({} optional)", text, describe_children(optional, ", "));
}

std::string describe_near(const Node& node) {
  const std::string text = describe_children(node, fmt::format(" NEAR/{} ", node.distance).c_str());
  return node.field.empty() ? text : fmt::format("{}:({})", node.field, text);
}

std::string describe_field(const Node& node) {
  if (!node.meaning.empty() && !node.exact) return node.meaning;
  const bool has_space = node.text.find(' ') != std::string::npos;
  const bool quotes = node.exact ? has_space : node.quoted;
  return node.field + (node.exact ? ":=" : ":") + (quotes ? "\"" + node.text + "\"" : node.text);
}

}  // namespace

bool is_word_like(const Node& node) {
  return node.kind == NodeKind::word || node.kind == NodeKind::phrase || node.kind == NodeKind::prefix;
}

bool is_of(const Node& node, FieldId field) { return node.row != nullptr && node.row->id == field; }

void bind_to_field(Node& node, const Node& of) {
  if (node.kind == NodeKind::near) {
    node.field = of.field;
    node.row = of.row;
    return;
  }
  if (is_word_like(node)) {
    if (node.kind == NodeKind::prefix) node.text += '*';
    node.quoted = node.kind == NodeKind::phrase;
    node.grouped = true;
    node.kind = NodeKind::field;
    node.field = of.field;
    node.row = of.row;
    node.exact = of.exact;
  }
  for (Node& child : node.children) bind_to_field(child, of);
}

bool is_prefix(std::string_view text) {
  std::size_t letters = 0;
  for (const Token& token : tokenise(text))
    if (!token.joined) letters = token.term.size();
  return letters >= kMinPrefix;
}

std::string wildcard_ignored(std::string_view text) {
  return fmt::format("the * of {} was ignored: a wildcard needs at least {} characters before it", text, kMinPrefix);
}

bool is_stop_word(const Node& node) { return node.kind == NodeKind::word && is_stop_word(fold_name(node.text)); }

bool is_optional(const Node& node, const std::vector<Node>& beside) {
  return is_stop_word(node) && std::any_of(beside.begin(), beside.end(), [](const Node& other) {
           return other.kind != NodeKind::field && other.kind != NodeKind::none_of && !is_stop_word(other);
         });
}

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
      return describe_near(node);
    case NodeKind::all_of:
      return any ? describe_children(node, " OR ") : describe_all_of(node);
    case NodeKind::any_of:
      return describe_children(node, " OR ");
    case NodeKind::none_of:
      return "NOT " + describe_children(node, "");
  }
  return {};
}

}  // namespace council_news
