#include "searcher/query/lexer.h"

#include <algorithm>
#include <charconv>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr unsigned kDefaultDistance = 10;

bool is_quote(char32_t c) {
  switch (c) {
    case U'"':
    case U'\u201C':
    case U'\u201D':
    case U'\u201E':
    case U'\u201F':
    case U'\u00AB':
    case U'\u00BB':
    case U'\u2033':
    case U'\uFF02':
      return true;
    default:
      return false;
  }
}

bool is_field_name(std::string_view name) {
  return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) { return is_ascii_lower(c) || c == '_'; });
}

/// Whether it separates words; a zero-width space does not.
bool is_blank(char32_t c) { return is_space(c) && !is_invisible(c); }

class Lexer {
 public:
  explicit Lexer(std::string_view query) : query_(query) {}

  std::vector<Lexeme> run() {
    while (skip_blanks()) {
      const char32_t c = peek();
      if (is_quote(c)) {
        read_phrase();
      } else if (c == U'(') {
        add_parenthesis(LexemeKind::open);
      } else if (c == U')') {
        add_parenthesis(LexemeKind::close);
      } else if (is_sign_before_term(c)) {
        next_code_point(query_, at_);
        if (c != U'+') add(LexemeKind::not_op);
      } else {
        read_word();
      }
    }
    return std::move(lexemes_);
  }

 private:
  char32_t peek() const {
    std::size_t at = at_;
    return next_code_point(query_, at);
  }

  bool skip_blanks() {
    while (at_ < query_.size()) {
      std::size_t next = at_;
      if (!is_blank(next_code_point(query_, next))) return true;
      at_ = next;
    }
    return false;
  }

  /// Whether `sign` is `-` (or another dash), `!` or `+` directly before a term.
  bool is_sign_before_term(char32_t sign) const {
    std::size_t at = at_;
    next_code_point(query_, at);
    if ((!is_hyphen(sign) && sign != U'!' && sign != U'+') || at >= query_.size()) return false;
    const char32_t c = next_code_point(query_, at);
    return is_letter(c) || is_digit(c) || is_quote(c) || c == U'(';
  }

  void add(LexemeKind kind, std::string text = {}) { lexemes_.push_back({.kind = kind, .text = std::move(text)}); }

  void add_parenthesis(LexemeKind kind) {
    ++at_;
    add(kind);
  }

  void read_phrase() {
    next_code_point(query_, at_);
    const std::size_t begin = at_;
    while (at_ < query_.size()) {
      const std::size_t end = at_;
      if (is_quote(next_code_point(query_, at_))) {
        add(LexemeKind::phrase, std::string(query_.substr(begin, end - begin)));
        return;
      }
    }
    add(LexemeKind::phrase, std::string(query_.substr(begin)));
    lexemes_.back().closed = false;
  }

  /// Reads to the next space or quote, or a closing parenthesis that is not part of the word.
  void read_word() {
    const std::size_t begin = at_;
    int open = 0;
    while (at_ < query_.size()) {
      std::size_t next = at_;
      const char32_t c = next_code_point(query_, next);
      if (is_blank(c) || is_quote(c)) break;
      if (c == U')' && open == 0) break;
      if (c == U':' && read_field(begin)) return;
      open += c == U'(' ? 1 : c == U')' ? -1 : 0;
      at_ = next;
    }
    add_word(query_.substr(begin, at_ - begin));
  }

  /// At a colon: reads a field if the text before it can be a field name.
  bool read_field(std::size_t begin) {
    constexpr std::size_t kMaxNameSize = 20;
    if (at_ - begin > kMaxNameSize) return false;
    const std::string name = ascii_lower(query_.substr(begin, at_ - begin));
    std::size_t after = at_ + 1;
    if (!is_field_name(name) || after >= query_.size() || query_.substr(after).starts_with("//")) return false;
    if (is_blank(next_code_point(query_, after))) return false;
    ++at_;
    add(LexemeKind::field, name);
    if (query_[at_] == '=') {
      lexemes_.back().exact = true;
      ++at_;
      if (!skip_blanks()) {
        add(LexemeKind::word);
        return true;
      }
    }
    if (!is_quote(peek()) && peek() != U'(') read_field_value();
    return true;
  }

  /// A field's unquoted value, up to the next space or closing parenthesis; `:` and `-` are part of it.
  void read_field_value() {
    const std::size_t begin = at_;
    int open = 0;
    while (at_ < query_.size()) {
      std::size_t next = at_;
      const char32_t c = next_code_point(query_, next);
      if (is_blank(c) || (c == U')' && open == 0)) break;
      open += c == U'(' ? 1 : c == U')' ? -1 : 0;
      at_ = next;
    }
    while (range_continues(begin)) {
      while (is_blank(peek())) next_code_point(query_, at_);
      while (at_ < query_.size() && !is_blank(peek()) && peek() != U')') next_code_point(query_, at_);
    }
    add(LexemeKind::word, std::string(query_.substr(begin, at_ - begin)));
  }

  /// Whether a range goes on after a space, as in `2018 .. 2019`; the value starts at `begin`.
  bool range_continues(std::size_t begin) const {
    constexpr std::string_view kDots = "..";
    std::size_t next = at_;
    std::size_t after = at_;
    while (next < query_.size() && is_blank(next_code_point(query_, after))) next = after;
    if (next == at_ || next >= query_.size()) return false;
    const std::string_view rest = query_.substr(next);
    return rest.starts_with(kDots) ||
           (query_.substr(begin, at_ - begin).ends_with(kDots) && is_digit(next_code_point(query_, next)));
  }

  void add_word(std::string_view word) {
    if (word == "AND" || word == "&&") return add(LexemeKind::and_op);
    if (word == "OR" || word == "||") return add(LexemeKind::or_op);
    if (word == "NOT") return add(LexemeKind::not_op);
    if (word == "NEAR" || word.starts_with("NEAR/")) {
      unsigned distance = kDefaultDistance;
      const std::string_view number = word.substr(std::min<std::size_t>(5, word.size()));
      std::from_chars(number.data(), number.data() + number.size(), distance);
      add(LexemeKind::near_op, std::string(word));
      lexemes_.back().distance = std::clamp(distance, 1u, kMaxDistance);
      return;
    }
    // `Barking & Dagenham` contains the word "and", and `5 %` the word "percent".
    const std::string_view spoken = word == "&" || word == "&amp;" ? "and" : word == "%" ? "percent" : word;
    add(LexemeKind::word, std::string(spoken));
  }

  std::string_view query_;
  std::size_t at_ = 0;
  std::vector<Lexeme> lexemes_;
};

}  // namespace

std::vector<Lexeme> lex(std::string_view query) { return Lexer(query).run(); }

}  // namespace council_news
