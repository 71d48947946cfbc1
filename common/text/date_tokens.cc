#include "common/text/date_tokens.h"

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxDigits = 18;

/// Whether the `/` or `_` at `offset` is inside the name of a zone (`America/New_York`).
bool joins_letters(std::string_view text, std::size_t offset) {
  if (text[offset] != '/' && text[offset] != '_') return false;
  std::size_t next = offset + 1;
  return next < text.size() && is_letter(next_code_point(text, next));
}

/// Length of the number that starts at `offset`.
void read_number(std::string_view text, std::size_t& offset, DateToken& token) {
  token.kind = DateToken::Kind::number;
  const std::size_t begin = offset;
  while (offset < text.size() && is_ascii_digit(text[offset])) {
    token.value = token.value * 10 + (text[offset] - '0');
    ++offset;
    if (offset - begin == kMaxDigits) break;
  }
  token.digits = offset - begin;
  if (offset == text.size() || !is_ascii_digit(text[offset])) return;
  while (offset < text.size() && is_ascii_digit(text[offset])) ++offset;
  token.digits = offset - begin;
  token.value = -1;
}

void read_word(std::string_view text, std::size_t& offset, DateToken& token) {
  token.kind = DateToken::Kind::word;
  token.capitals = true;
  while (offset < text.size()) {
    std::size_t next = offset;
    const char32_t code_point = next_code_point(text, next);
    if (joins_letters(text, offset)) {
      token.word += text[offset];
    } else if (is_letter(code_point) || (code_point >= 0x300 && code_point < 0x370)) {
      append_folded(token.word, code_point);
      token.capitals = token.capitals && is_upper(code_point);
    } else {
      break;
    }
    offset = next;
  }
}

char sign_of(char32_t code_point) {
  if (is_hyphen(code_point) || code_point == U'\u2014') return '-';
  if (is_apostrophe(code_point)) return '\'';
  return code_point < 0x80 ? static_cast<char>(code_point) : '?';
}

}  // namespace

std::vector<DateToken> date_tokens(std::string_view text) {
  std::vector<DateToken> tokens;
  bool spaced = false;
  for (std::size_t offset = 0; offset < text.size();) {
    std::size_t next = offset;
    const char32_t code_point = next_code_point(text, next);
    if (is_space(code_point) || is_invisible(code_point)) {
      spaced = spaced || is_space(code_point);
      offset = next;
      continue;
    }
    DateToken token;
    token.spaced = spaced;
    token.begin = offset;
    spaced = false;
    if (is_ascii_digit(text[offset])) {
      read_number(text, offset, token);
    } else if (is_letter(code_point)) {
      token.capital = is_upper(code_point);
      read_word(text, offset, token);
    } else {
      token.kind = DateToken::Kind::sign;
      token.sign = sign_of(code_point);
      offset = next;
    }
    token.finish = offset;
    tokens.push_back(std::move(token));
  }
  DateToken end;
  end.begin = end.finish = text.size();
  tokens.push_back(std::move(end));
  return tokens;
}

}  // namespace council_news
