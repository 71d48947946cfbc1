#include "searcher/query/parser.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/text/fold.h"
#include "common/text/tokeniser.h"
#include "common/text/utf8.h"
#include "searcher/query/lexer.h"

namespace council_news {
namespace {

/// Parentheses nested deeper than this are ignored.
constexpr int kMaxDepth = 50;

/// Maximum number of words read; nobody types more.
constexpr std::size_t kMaxPieces = 300;
constexpr std::size_t kMaxPlainWords = 1500;

/// Keeps repeated words, which add weight, but drops other repeated nodes, which are expensive.
void add_once(std::vector<Node>& nodes, Node node) {
  if (node.kind != NodeKind::word && std::find(nodes.begin(), nodes.end(), node) != nodes.end()) return;
  nodes.push_back(std::move(node));
}

/// One node for several children; a single child replaces the group.
Node group(NodeKind kind, std::vector<Node> children) {
  std::erase_if(children, [](const Node& child) { return child.kind == NodeKind::nothing; });
  if (children.empty()) return {};
  Node node;
  node.kind = kind;
  for (Node& child : children) {
    if (child.kind == kind && kind != NodeKind::near) {
      for (Node& grandchild : child.children) add_once(node.children, std::move(grandchild));
    } else {
      add_once(node.children, std::move(child));
    }
  }
  if (node.children.size() == 1) {
    Node child = std::move(node.children.front());
    return child;
  }
  return node;
}

class Parser {
 public:
  explicit Parser(std::string_view query) : lexemes_(lex(query)) {
    const auto words = std::count_if(lexemes_.begin(), lexemes_.end(), [](const Lexeme& lexeme) {
      return lexeme.kind == LexemeKind::word || lexeme.kind == LexemeKind::phrase || lexeme.kind == LexemeKind::field;
    });
    if (static_cast<std::size_t>(words) <= kMaxPieces) return;
    std::size_t kept = 0;
    const auto last = std::find_if(lexemes_.begin(), lexemes_.end(), [&](const Lexeme& lexeme) {
      return (lexeme.kind == LexemeKind::word || lexeme.kind == LexemeKind::phrase) && ++kept > kMaxPieces;
    });
    lexemes_.erase(last, lexemes_.end());
    warn(fmt::format("the query is very long: only its first {} words were read", kMaxPieces));
  }

  ParsedQuery run() {
    std::vector<Node> parts;
    while (at_ < lexemes_.size()) {
      parts.push_back(read_any());
      if (at_ < lexemes_.size()) {
        warn("an unmatched closing parenthesis was ignored");
        ++at_;
      }
    }
    parsed_.root = group(NodeKind::all_of, std::move(parts));
    return std::move(parsed_);
  }

 private:
  bool is(LexemeKind kind) const { return at_ < lexemes_.size() && lexemes_[at_].kind == kind; }

  bool take(LexemeKind kind) {
    if (!is(kind)) return false;
    ++at_;
    return true;
  }

  void warn(std::string message) {
    if (std::find(parsed_.warnings.begin(), parsed_.warnings.end(), message) == parsed_.warnings.end())
      parsed_.warnings.push_back(std::move(message));
  }

  bool at_end() const { return at_ >= lexemes_.size() || is(LexemeKind::close); }

  /// a OR b OR c
  Node read_any() {
    std::vector<Node> choices;
    while (true) {
      Node choice = read_all();
      if (choice.kind == NodeKind::nothing && (is(LexemeKind::or_op) || !choices.empty()))
        warn("an OR without a word on both sides was ignored");
      choices.push_back(std::move(choice));
      if (!take(LexemeKind::or_op)) break;
    }
    return group(NodeKind::any_of, std::move(choices));
  }

  /// a AND b c
  Node read_all() {
    std::vector<Node> wanted;
    bool has_operand = false;
    while (!at_end() && !is(LexemeKind::or_op)) {
      if (take(LexemeKind::and_op)) {
        if (!has_operand || at_end() || is(LexemeKind::or_op) || is(LexemeKind::and_op))
          warn("an AND without a word on both sides was ignored");
        continue;
      }
      wanted.push_back(read_unary());
      has_operand = true;
    }
    return group(NodeKind::all_of, std::move(wanted));
  }

  /// a NEAR/5 b
  Node read_near() {
    Node left = read_operand();
    if (!is(LexemeKind::near_op)) return left;
    Node near;
    near.kind = NodeKind::near;
    std::vector<Node> parts;
    parts.push_back(std::move(left));
    while (is(LexemeKind::near_op)) {
      near.distance = std::max(near.distance, lexemes_[at_].distance);
      check_distance(lexemes_[at_]);
      ++at_;
      if (at_end() || is(LexemeKind::or_op) || is(LexemeKind::and_op)) break;
      parts.push_back(is(LexemeKind::not_op) ? read_unary() : read_operand());
    }
    std::erase_if(parts, [](const Node& part) { return part.kind == NodeKind::nothing; });
    if (parts.size() < 2 || !std::all_of(parts.begin(), parts.end(), is_word_like)) {
      warn("NEAR needs a word or a quoted phrase on both sides; it was read as AND");
      return group(NodeKind::all_of, std::move(parts));
    }
    near.children = std::move(parts);
    return near;
  }

  void check_distance(const Lexeme& near) {
    const std::string read_as = fmt::format("NEAR/{}", near.distance);
    if (near.text != "NEAR" && near.text != read_as)
      warn(fmt::format("{} was read as {}: the distance is a number of words, from 1 to {}", near.text, read_as,
                       kMaxDistance));
  }

  Node read_unary() {
    bool negated = false;
    while (take(LexemeKind::not_op)) negated = !negated;
    Node node = read_near();
    if (!negated) return node;
    if (node.kind == NodeKind::nothing) {
      warn("a NOT without a word after it was ignored");
      return node;
    }
    Node none;
    none.kind = NodeKind::none_of;
    none.children.push_back(std::move(node));
    return none;
  }

  Node read_operand() {
    while (take(LexemeKind::near_op)) warn("a NEAR without a word on both sides was ignored");
    if (is(LexemeKind::not_op)) return read_unary();
    return at_end() || is(LexemeKind::or_op) || is(LexemeKind::and_op) ? Node{} : read_primary();
  }

  Node read_primary() {
    if (take(LexemeKind::open)) return read_group();
    const Lexeme lexeme = lexemes_[at_++];
    if (lexeme.kind == LexemeKind::field) return read_field(lexeme);
    if (lexeme.kind == LexemeKind::phrase) return read_phrase(lexeme);
    return read_word(lexeme.text);
  }

  Node read_group() {
    if (depth_ == kMaxDepth) {
      warn("parentheses nested too deeply were ignored");
      return {};
    }
    ++depth_;
    Node node = read_any();
    --depth_;
    if (!take(LexemeKind::close)) warn("an unclosed parenthesis was closed at the end");
    return node;
  }

  Node read_phrase(const Lexeme& lexeme) {
    if (!lexeme.closed) warn("an unclosed quotation mark was closed at the end");
    Node node;
    node.kind = NodeKind::phrase;
    node.text = trim(lexeme.text);
    return checked(std::move(node));
  }

  Node read_word(const std::string& text) {
    Node node;
    node.kind = NodeKind::word;
    node.text = text.substr(0, text.find_last_not_of('*') + 1);
    if (node.text.find('*') != std::string::npos)
      warn(fmt::format("the * inside {} was ignored: a wildcard works only at the end of a word", text));
    if (text.size() > node.text.size() && !node.text.empty()) {
      // A prefix of several words, as in `co-operat*`, is a phrase that ends in a prefix.
      if (!is_prefix(node.text))
        warn(wildcard_ignored(text));
      else if (tokenise(node.text).size() == 1)
        node.kind = NodeKind::prefix;
      else
        node = prefix_phrase(node.text);
    }
    if (node.text.empty()) node.text = text;
    return checked(std::move(node));
  }

  static Node prefix_phrase(const std::string& words) {
    Node node;
    node.kind = NodeKind::phrase;
    node.text = words + "*";
    return node;
  }

  /// Drops a word or phrase without a letter or digit. A lone dash or bar is a separator in pasted text.
  Node checked(Node node) {
    if (!tokenise(node.text).empty()) return node;
    std::size_t at = 0;
    const char32_t sign = node.text.empty() ? 0 : next_code_point(node.text, at);
    const bool is_separator = at == node.text.size() && (is_hyphen(sign) || sign == U'|' || sign == U'\u2014');
    if (!is_separator) warn(fmt::format("'{}' contains no words and was ignored", node.text));
    return {};
  }

  Node read_field(const Lexeme& name) {
    Node node;
    node.kind = NodeKind::field;
    node.field = name.text;
    node.row = find_field(name.text);
    node.exact = name.exact;
    if (take(LexemeKind::open)) {
      Node group = read_group();
      bind_to_field(group, node);
      return group;
    }
    if (!is(LexemeKind::phrase) && !is(LexemeKind::word)) return read_word(name.text);
    node.quoted = is(LexemeKind::phrase);
    node.text = trim(lexemes_[at_++].text);
    return node;
  }

  std::vector<Lexeme> lexemes_;
  std::size_t at_ = 0;
  int depth_ = 0;
  ParsedQuery parsed_;
};

}  // namespace

ParsedQuery parse_query(std::string_view query) { return Parser(query).run(); }

ParsedQuery parse_plain(std::string_view text) {
  ParsedQuery parsed;
  std::vector<Token> tokens;
  for (Token& token : tokenise(text)) {
    // A joined word takes the place of its parts.
    while (token.joined && !tokens.empty() && tokens.back().begin >= token.begin) tokens.pop_back();
    tokens.push_back(std::move(token));
  }
  std::vector<Node> words;
  for (const Token& token : tokens) {
    Node word;
    word.kind = NodeKind::word;
    word.text = text.substr(token.begin, token.end - token.begin);
    std::size_t at = token.begin;
    const char32_t first = next_code_point(text, at);
    if (!is_letter(first) && !is_digit(first)) word.text = token.term;  // a lone `&` or `%` stands for a word
    words.push_back(std::move(word));
  }
  if (words.size() > kMaxPlainWords) {
    words.resize(kMaxPlainWords);
    parsed.warnings.push_back(fmt::format("the text is very long: only its first {} words were read", kMaxPlainWords));
  }
  parsed.root = group(NodeKind::all_of, std::move(words));
  return parsed;
}

}  // namespace council_news
