#include "searcher/query/resolve.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/named_rows.h"
#include "common/text/split.h"
#include "common/text/tokeniser.h"
#include "searcher/query/field_values.h"
#include "searcher/query/nearest.h"
#include "searcher/query/query_names.h"

namespace council_news {
namespace {

/// Maximum number of words that an unquoted value extends over: "bournemouth christchurch and poole council" and more.
constexpr std::size_t kMaxWords = 8;

/// The suggestion for an unknown field: one with that other name, the nearest by name, or all.
std::string fields_instead_of(const std::string& name) {
  std::vector<std::string> names;
  for (const Field& field : kFields) {
    const std::vector<std::string_view> others = split(field.other_names, ' ');
    if (std::find(others.begin(), others.end(), name) != others.end())
      return suggestion_clause({std::string(field.name) + ":"});
    names.emplace_back(field.name);
  }
  const std::vector<std::string> near = nearest(name, names, 1);
  return near.empty() ? "; known fields are " + joined(names, "and") : suggestion_clause(near);
}

Node word_node(std::string text) {
  Node node;
  node.kind = NodeKind::word;
  node.text = std::move(text);
  return node;
}

class Resolver {
 public:
  Resolver(const Xapian::Database& database, Stemmer& stem, const Day& today)
      : values_(database, today), names_(database, stem) {}

  std::vector<std::string> run(Node& root) {
    resolve(root);
    return std::move(warnings_);
  }

 private:
  void resolve(Node& node) {
    if (node.kind == NodeKind::all_of) {
      join_fields(node.children);
      std::erase_if(node.children, [this](const Node& child) { return is_empty_field(child); });
      extend_values(node.children);
      names_.mark(node.children);
      if (node.children.empty()) {
        node = {};
      } else if (node.children.size() == 1) {
        Node child = std::move(node.children.front());
        node = std::move(child);
      }
    } else if (node.kind == NodeKind::word) {
      if (is_empty_field(node)) {
        node = {};
        return;
      }
      std::vector<Node> alone{node};
      names_.mark(alone);
      node = std::move(alone.front());
    }
    if (node.kind == NodeKind::phrase) return names_.mark_number_forms(node);
    if (node.kind == NodeKind::field) return resolve_field(node);
    if (node.kind == NodeKind::near && !node.field.empty()) return resolve_near(node);
    if (node.kind == NodeKind::named || node.kind == NodeKind::near) return;
    for (Node& child : node.children) resolve(child);
  }

  /// `council: sandwell` means `council:sandwell`. A capitalised word before the colon belongs to a sentence.
  void join_fields(std::vector<Node>& nodes) {
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
      const std::string name = nodes[i].text.substr(0, nodes[i].text.size() - 1);
      if (nodes[i].kind != NodeKind::word || nodes[i].text.back() != ':' || find_field(name) == nullptr) continue;
      Node& value = nodes[i + 1];
      if (value.kind != NodeKind::word && value.kind != NodeKind::phrase) continue;
      warnings_.push_back(
          fmt::format("'{}: {}' was read as {}:{}, without the space", name, value.text, name, value.text));
      value.quoted = value.kind == NodeKind::phrase;
      value.kind = NodeKind::field;
      value.field = name;
      value.row = find_field(name);
      nodes.erase(nodes.begin() + static_cast<std::ptrdiff_t>(i));
    }
  }

  /// A field's name without a value is ignored.
  bool is_empty_field(const Node& node) {
    if (node.kind != NodeKind::word || !node.text.ends_with(':')) return false;
    if (find_field(node.text.substr(0, node.text.size() - 1)) == nullptr) return false;
    warnings_.push_back(fmt::format("{} has no value and was ignored", node.text));
    return true;
  }

  /// Extends each unquoted value over the following words that belong to it.
  void extend_values(std::vector<Node>& nodes) {
    for (std::size_t i = 0; i + 1 < nodes.size(); ++i) {
      Node& node = nodes[i];
      const Field* field = node.kind == NodeKind::field && !node.quoted ? node.row : nullptr;
      if (field == nullptr || (node.grouped && field->kind == FieldKind::name && !node.exact)) continue;
      if (field->kind == FieldKind::date && values_.knows(node, node.text)) continue;
      std::string text = node.text;
      std::size_t count = 0;
      std::string longest;
      const auto continues = [&](const Node& next) {
        return next.kind == NodeKind::word ||
               (node.grouped && next.kind == NodeKind::field && next.grouped && !next.quoted);
      };
      for (std::size_t k = 1; k <= kMaxWords && i + k < nodes.size() && continues(nodes[i + k]); ++k) {
        text += " " + nodes[i + k].text;
        if (!values_.knows(node, text)) continue;
        count = k;
        longest = text;
      }
      if (count == 0) continue;
      node.text = longest;
      node.quoted = true;
      const auto next = nodes.begin() + static_cast<std::ptrdiff_t>(i) + 1;
      nodes.erase(next, next + static_cast<std::ptrdiff_t>(count));
    }
  }

  /// `title:(trust NEAR/3 children)`. Fields with exact values do not support NEAR.
  void resolve_near(Node& node) {
    if (node.row != nullptr && !node.row->words_prefix.empty()) return;
    warnings_.push_back(fmt::format("{}: does not support NEAR; it was read as AND", node.field));
    node.kind = NodeKind::all_of;
    bind_to_field(node, Node(node));
    for (Node& child : node.children) resolve(child);
  }

  void resolve_field(Node& node) {
    const Field* field = node.row;
    if (field == nullptr) return read_as_words(node);
    if (field->kind == FieldKind::words && node.exact) {
      node.exact = false;  // the words as written
      node.quoted = true;
    }
    if (field->kind == FieldKind::words || (field->kind == FieldKind::name && !node.exact)) {
      check_words(node);
      if (field->kind == FieldKind::words) names_.mark_number_forms(node);
      return;
    }
    if (auto value = values_.read(node)) {
      node.terms = std::move(value->terms);
      node.meaning = std::move(value->meaning);
      if (!value->note.empty()) warnings_.push_back(std::move(value->note));
      if (std::string others = values_.other_meanings(node); !others.empty()) warnings_.push_back(std::move(others));
    } else {
      warnings_.push_back(values_.advice(node));
    }
  }

  void check_words(Node& node) {
    const std::vector<Token> tokens = tokenise(node.text);
    if (tokens.empty())
      warnings_.push_back(fmt::format("{}:{} contains no words and matches nothing", node.field, node.text));
    if (const std::string missing = values_.missing_from(*node.row, tokens); !missing.empty())
      warnings_.push_back(fmt::format("no {} has '{}' in its name", node.field, missing));
    if (tokens.empty() || node.quoted || !node.text.ends_with('*') || is_prefix(node.text)) return;
    warnings_.push_back(wildcard_ignored(node.field + ":" + node.text));
    node.text.erase(node.text.find_last_not_of('*') + 1);
  }

  void read_as_words(Node& node) {
    warnings_.push_back(fmt::format("there is no field '{}'; {}:{} was read as words{}", node.field, node.field,
                                    node.text, fields_instead_of(node.field)));
    Node words;
    words.kind = NodeKind::all_of;
    words.children.push_back(word_node(node.field));
    words.children.push_back(word_node(node.text));
    if (node.quoted) words.children.back().kind = NodeKind::phrase;
    node = std::move(words);
  }

  FieldValues values_;
  Names names_;
  std::vector<std::string> warnings_;
};

}  // namespace

std::vector<std::string> resolve(Node& root, const Xapian::Database& database, Stemmer& stem, const Day& today) {
  return Resolver(database, stem, today).run(root);
}

}  // namespace council_news
