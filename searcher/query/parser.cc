#include "searcher/query/parser.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/text/fold.h"
#include "common/text/tokeniser.h"
#include "common/text/utf8.h"
#include "searcher/query/lexer.h"

namespace council_news {
namespace {

/// Parentheses deeper than this are read as if they were not there.
constexpr int kMaxDepth = 50;

/// More words than anyone types; of longer queries the beginning is read.
constexpr std::size_t kMaxPieces = 300;
constexpr std::size_t kMaxPlainWords = 1500;

/// Words may be asked for more than once, for their weight; what costs more to look for is asked for once.
void add_once(std::vector<Node>& nodes, Node node) {
  if (node.kind != NodeKind::word && std::find(nodes.begin(), nodes.end(), node) != nodes.end()) return;
  nodes.push_back(std::move(node));
}

/// One node for several; one alone stands for itself.
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
        warn("a closing parenthesis without an opening one was left out");
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
        warn("an OR without a word on both sides was left out");
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
          warn("an AND without a word on both sides was left out");
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
      warn("NEAR wants a word or a quoted phrase on both sides; it was read as AND");
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
      warn("a NOT without a word behind it was left out");
      return node;
    }
    Node none;
    none.kind = NodeKind::none_of;
    none.children.push_back(std::move(node));
    return none;
  }

  Node read_operand() {
    while (take(LexemeKind::near_op)) warn("a NEAR without a word on both sides was left out");
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
      warn("parentheses nested too deeply were left out");
      return {};
    }
    ++depth_;
    Node node = read_any();
    --depth_;
    if (!take(LexemeKind::close)) warn("an open parenthesis was closed at the end");
    return node;
  }

  Node read_phrase(const Lexeme& lexeme) {
    if (!lexeme.closed) warn("an open quotation mark was closed at the end");
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
      warn(fmt::format("{} has a star within, which stands for nothing: a star goes behind a beginning", text));
    if (text.size() > node.text.size() && !node.text.empty()) {
      // A beginning of several words, as `co-operat*`, is a phrase that ends in one.
      if (!is_prefix(node.text))
        warn(star_left_out(text));
      else if (tokenise(node.text).size() == 1)
        node.kind = NodeKind::prefix;
      else
        node = starred_phrase(node.text);
    }
    if (node.text.empty()) node.text = text;
    return checked(std::move(node));
  }

  static Node starred_phrase(const std::string& beginning) {
    Node node;
    node.kind = NodeKind::phrase;
    node.text = beginning + "*";
    return node;
  }

  /// A word or phrase without any letter or digit asks for nothing. A lone dash or bar parts what was pasted.
  Node checked(Node node) {
    if (!tokenise(node.text).empty()) return node;
    std::size_t at = 0;
    const char32_t sign = node.text.empty() ? 0 : next_code_point(node.text, at);
    const bool parts = at == node.text.size() && (is_hyphen(sign) || sign == U'|' || sign == U'\u2014');
    if (!parts) warn(fmt::format("'{}' has no word in it and was left out", node.text));
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
    if (!is_letter(first) && !is_digit(first)) word.text = token.term;  // `&` and `%` are words only beside others
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
