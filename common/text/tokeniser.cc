#include "common/text/tokeniser.h"

#include <array>
#include <utility>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Entities that remain in doubly escaped feeds, and their characters.
constexpr std::array<std::pair<std::string_view, char32_t>, 14> kEntities{{
    {"&#39;", U'\''},
    {"&#039;", U'\''},
    {"&#x27;", U'\''},
    {"&#8216;", U'\''},
    {"&#8217;", U'\''},
    {"&#x2018;", U'\''},
    {"&#x2019;", U'\''},
    {"&apos;", U'\''},
    {"&lsquo;", U'\''},
    {"&rsquo;", U'\''},
    {"&shy;", U'\u00AD'},
    {"&nbsp;", U' '},
    {"&#160;", U' '},
    {"&amp;", U'&'},
}};

/// Letters and digits of ASCII in lower case, by character; 0 for all others.
constexpr auto kPlain = [] {
  std::array<char, 256> out{};
  for (char c = '0'; c <= '9'; ++c) out[static_cast<unsigned char>(c)] = c;
  for (char c = 'a'; c <= 'z'; ++c)
    out[static_cast<unsigned char>(c)] = out[static_cast<unsigned char>(c - 'a' + 'A')] = c;
  return out;
}();

constexpr char plain(char c) { return kPlain[static_cast<unsigned char>(c)]; }
constexpr bool is_plain(char32_t c) { return c < 0x80 && kPlain[c] != 0; }

/// ASCII characters that end every word, mostly spaces: a fast path for the rules below.
constexpr bool parts_words(char32_t c) {
  return c < 0x80 && !is_plain(c) && c != '\'' && c != '`' && c != '-' && c != '.' && c != ',';
}

/// Average size of a word and a space, rounded down.
constexpr std::size_t kBytesPerWord = 5;

/// A text as a stream of code points with one of look-ahead; entities are decoded.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) { read(); }

  bool done() const { return begin_ >= text_.size(); }
  char32_t current() const { return current_; }
  std::size_t begin() const { return begin_; }
  std::size_t end() const { return end_; }
  void advance() {
    begin_ = end_;
    read();
  }
  /// Fast path: skips ASCII letters and digits and appends them in lower case to `out`. Returns their number and the
  /// last one.
  std::pair<std::size_t, char32_t> take_plain(std::string& out) {
    std::array<char, 32> lower;
    const char* const first = text_.data() + begin_;
    const char* const end = text_.data() + text_.size();
    const char* at = first;
    for (std::size_t count = lower.size(); count == lower.size();) {
      for (count = 0; count < lower.size() && at != end && plain(*at) != 0; ++count, ++at) lower[count] = plain(*at);
      out.append(lower.data(), count);
    }
    if (at == first) return {0, 0};
    begin_ += static_cast<std::size_t>(at - first);
    read();
    return {at - first, static_cast<unsigned char>(at[-1])};
  }
  /// The visible character after the current one; 0 at the end.
  char32_t ahead() const {
    Cursor next = *this;
    do next.advance();
    while (!next.done() && is_invisible(next.current_));
    return next.done() ? 0 : next.current_;
  }

 private:
  void read() {
    end_ = begin_;
    if (done()) return;
    if (const auto byte = static_cast<unsigned char>(text_[begin_]); byte < 0x80 && byte != '&') {
      current_ = byte;
      ++end_;
      return;
    }
    if (text_[begin_] == '&') {
      for (const auto& [entity, code_point] : kEntities) {
        if (text_.substr(begin_, entity.size()) != entity) continue;
        current_ = code_point;
        end_ = begin_ + entity.size();
        return;
      }
    }
    current_ = next_code_point(text_, end_);
  }

  std::string_view text_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  char32_t current_ = 0;
};

bool is_word(char32_t c) {
  if (c < 0x80) return is_plain(c);
  return (is_letter(c) && !is_apostrophe(c)) || is_digit(c);
}

/// A hyphen, or an em dash, which without spaces around it also joins words.
bool is_between_parts(char32_t c) { return is_hyphen(c) || c == U'\u2014' || c == U'\u2015'; }

bool is_mark(char32_t c) {
  std::string folded;
  if (c < 0x300) return false;
  append_folded(folded, c);
  return folded.empty();
}

class Tokeniser {
 public:
  explicit Tokeniser(std::string_view text) : cursor_(text) { tokens_.reserve(text.size() / kBytesPerWord); }

  std::vector<Token> run() {
    while (!cursor_.done()) {
      if (is_word(cursor_.current())) {
        read_word();
      } else {
        if (cursor_.current() == U'&') read_ampersand();
        if (cursor_.current() == U'%' || cursor_.current() == U'\uFF05') read_percent();
        cursor_.advance();
      }
    }
    return std::move(tokens_);
  }

 private:
  /// Reads one written word, hyphens and all.
  void read_word() {
    const std::size_t first = tokens_.size();
    read_part();
    if (cursor_.done() || parts_words(cursor_.current())) return;
    while (!cursor_.done() && is_between_parts(cursor_.current()) && is_word(cursor_.ahead())) {
      cursor_.advance();
      while (!cursor_.done() && !is_word(cursor_.current())) cursor_.advance();
      read_part();
    }
    if (tokens_.size() > first + 1) add_joined(first);
  }

  void read_part() {
    Token& token = tokens_.emplace_back();
    token.position = next_position_++;
    token.begin = cursor_.begin();
    char32_t previous = 0;
    char32_t after_apostrophe = 0;
    for (; !cursor_.done(); cursor_.advance()) {
      if (const auto [count, last] = cursor_.take_plain(token.term); count > 0) {
        after_apostrophe = after_apostrophe == 1 && count == 1 ? last : 0;
        previous = last;
        token.end = cursor_.begin();
        if (cursor_.done() || parts_words(cursor_.current())) break;
      }
      const char32_t c = cursor_.current();
      if (is_word(c)) {
        append_folded(token.term, c);
        if (after_apostrophe == 1)
          after_apostrophe = c;
        else
          after_apostrophe = 0;
        previous = c;
      } else if (is_apostrophe(c) && is_letter(previous) && is_letter(cursor_.ahead())) {
        after_apostrophe = 1;
      } else if (!joins_digits(c, previous) && !is_invisible(c) && !is_mark(c)) {
        break;
      } else if (c == U'.') {
        token.term += '.';
      }
      token.end = cursor_.end();
    }
    token.possessive = after_apostrophe == U's' || after_apostrophe == U'S';
  }

  /// A point between digits belongs to the number; a comma before exactly three digits is a thousands comma.
  bool joins_digits(char32_t c, char32_t previous) const {
    if (!is_digit(previous)) return false;
    if (c == U'.') return is_digit(cursor_.ahead());
    if (c != U',') return false;
    Cursor next = cursor_;
    for (int digits = 0; digits < 3; ++digits) {
      next.advance();
      if (next.done() || !is_digit(next.current())) return false;
    }
    return !is_digit(next.ahead());
  }

  void add_joined(std::size_t first) {
    Token joined = tokens_[first];
    bool has_letter = false;
    for (std::size_t i = first; i < tokens_.size(); ++i) {
      for (const char c : tokens_[i].term) has_letter = has_letter || !is_ascii_digit(c);
      if (i > first) joined.term += tokens_[i].term;
    }
    joined.end = tokens_.back().end;
    joined.possessive = tokens_.back().possessive;
    joined.joined = true;
    if (has_letter && joined.term.size() <= kMaxTermBytes) tokens_.push_back(std::move(joined));
  }

  void read_ampersand() {
    const bool touches_left = !tokens_.empty() && tokens_.back().end == cursor_.begin();
    const char32_t next = cursor_.ahead();
    if (tokens_.empty() || next == 0 || !(touches_left ? is_word(next) : is_space(next))) return;
    tokens_.push_back({"and", next_position_++, cursor_.begin(), cursor_.end(), false, false});
  }

  /// After a number, with or without a space; not the `%20` of an address.
  void read_percent() {
    const bool counts = !tokens_.empty() && !tokens_.back().term.empty() &&
                        is_digit(static_cast<unsigned char>(tokens_.back().term.back())) &&
                        cursor_.begin() - tokens_.back().end <= 1 && !is_word(cursor_.ahead());
    if (counts) tokens_.push_back({"percent", next_position_++, cursor_.begin(), cursor_.end(), false, false, true});
  }

  Cursor cursor_;
  std::vector<Token> tokens_;
  std::uint32_t next_position_ = 0;
};

}  // namespace

std::vector<Token> tokenise(std::string_view text) { return Tokeniser(text).run(); }

std::string_view stem_base(const Token& token) {
  const std::string_view term = token.term;
  return token.possessive && term.size() > 1 ? term.substr(0, term.size() - 1) : term;
}

}  // namespace council_news
