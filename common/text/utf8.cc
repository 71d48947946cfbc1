#include "common/text/utf8.h"

#include <algorithm>
#include <cstdlib>
#include <memory>

#include <utf8proc.h>

namespace council_news {
namespace {

utf8proc_category_t category(char32_t code_point) {
  return utf8proc_category(static_cast<utf8proc_int32_t>(code_point));
}

bool is_dropped_control(char32_t c) { return (c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7F && c < 0xA0); }

std::string normal_form_c(const std::string& text) {
  utf8proc_uint8_t* composed = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()), static_cast<utf8proc_ssize_t>(text.size()),
                   &composed, static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE));
  if (length < 0) return text;
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner(composed, &std::free);
  return {reinterpret_cast<const char*>(composed), static_cast<std::size_t>(length)};
}

/// Whether a character may change in normal form C, or compose with the one before. May return true for a character
/// that does not (a UAX 15 quick check, by the ranges common in texts).
bool may_change(char32_t c) {
  if (c < 0x300) return false;
  if (c >= 0x400 && c < 0x483) return false;                                     // Cyrillic
  if ((c >= 0x2010 && c < 0x20D0) || (c >= 0x2100 && c < 0x2126)) return false;  // punctuation, currencies, ™
  if (c >= 0x2190 && c < 0x2329) return false;                                   // arrows, operators
  return !(c >= 0x3041 && c < 0x3099) && !(c >= 0x30A1 && c < 0xA000) && !(c >= 0xAC00 && c < 0xD7A4);  // CJK
}

bool is_plain(unsigned char c) { return (c >= ' ' && c < 0x7F) || c == '\n' || c == '\t'; }

bool is_ascii(unsigned char c) { return c < 0x80; }

/// A visible ASCII character, not a space.
bool is_visible(unsigned char c) { return c > ' ' && c < 0x7F; }

/// How many bytes from `offset` on are `good`. Checks whole blocks, which compilers vectorise.
template <typename Good>
std::size_t run_of(std::string_view text, std::size_t offset, Good good) {
  constexpr std::size_t kBlock = 32;
  const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
  std::size_t end = offset;
  while (end + kBlock <= text.size() && good(bytes[end])) {
    unsigned char all_good = 1;
    for (std::size_t i = 0; i < kBlock; ++i) all_good &= static_cast<unsigned char>(good(bytes[end + i]));
    if (!all_good) break;
    end += kBlock;
  }
  while (end < text.size() && good(bytes[end])) ++end;
  return end - offset;
}

}  // namespace

std::size_t plain_run(std::string_view text, std::size_t offset) {
  return run_of(text, offset, [](unsigned char c) { return is_plain(c); });
}

std::size_t ascii_run(std::string_view text, std::size_t offset) {
  return run_of(text, offset, [](unsigned char c) { return is_ascii(c); });
}

char32_t next_code_point(std::string_view text, std::size_t& offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte < 0x80) {
    ++offset;
    return byte;
  }
  utf8proc_int32_t code_point = 0;
  const auto length =
      utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data() + offset),
                       static_cast<utf8proc_ssize_t>(std::min<std::size_t>(4, text.size() - offset)), &code_point);
  if (length <= 0) {
    ++offset;
    return kReplacement;
  }
  offset += static_cast<std::size_t>(length);
  return static_cast<char32_t>(code_point);
}

void append_utf8(std::string& out, char32_t code_point) {
  utf8proc_uint8_t bytes[4];
  const auto length = utf8proc_codepoint_valid(static_cast<utf8proc_int32_t>(code_point))
                          ? utf8proc_encode_char(static_cast<utf8proc_int32_t>(code_point), bytes)
                          : utf8proc_encode_char(static_cast<utf8proc_int32_t>(kReplacement), bytes);
  out.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length));
}

bool is_valid_utf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    offset += ascii_run(text, offset);
    if (offset == text.size()) break;
    const std::size_t start = offset;
    if (next_code_point(text, offset) == kReplacement && offset == start + 1) return false;
  }
  return true;
}

void NormalText::append_plain(std::string_view run) {
  if (run.empty()) return;
  compose();
  text_.append(run);
  last_run_ = text_.size() - 1;
}

void NormalText::append(char32_t code_point) {
  append_utf8(text_, code_point);
  changes_ = changes_ || may_change(code_point);
}

std::string NormalText::take() && {
  compose();
  return std::move(text_);
}

void NormalText::compose() {
  if (changes_) text_.replace(last_run_, std::string::npos, normal_form_c(text_.substr(last_run_)));
  changes_ = false;
}

std::string clean_utf8(std::string_view text) {
  NormalText out(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t plain = plain_run(text, offset);
    out.append_plain(text.substr(offset, plain));
    offset += plain;
    while (offset < text.size() && !is_plain(static_cast<unsigned char>(text[offset]))) {
      const char32_t code_point = next_code_point(text, offset);
      if (!is_dropped_control(code_point)) out.append(code_point);
    }
  }
  return std::move(out).take();
}

bool is_space(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  if (c == 0x85 || c == 0xFEFF || c == 0x200B) return true;
  const auto kind = category(c);
  return kind == UTF8PROC_CATEGORY_ZS || kind == UTF8PROC_CATEGORY_ZL || kind == UTF8PROC_CATEGORY_ZP;
}

bool is_letter(char32_t c) {
  if (c < 0x80) return is_ascii_letter(static_cast<char>(c));
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_LU && kind <= UTF8PROC_CATEGORY_LO;
}

bool is_digit(char32_t c) {
  if (c < 0x80) return is_ascii_digit(static_cast<char>(c));
  const auto kind = category(c);
  return kind >= UTF8PROC_CATEGORY_ND && kind <= UTF8PROC_CATEGORY_NO;
}

char32_t to_lower(char32_t c) { return static_cast<char32_t>(utf8proc_tolower(static_cast<utf8proc_int32_t>(c))); }

bool is_upper(char32_t c) {
  if (c < 0x80) return is_ascii_upper(static_cast<char>(c));
  return category(c) == UTF8PROC_CATEGORY_LU;
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    if (text[offset] == ' ' || is_visible(static_cast<unsigned char>(text[offset]))) {
      ++offset;
      ++width;
      continue;
    }
    const int columns = utf8proc_charwidth(static_cast<utf8proc_int32_t>(next_code_point(text, offset)));
    if (columns > 0) width += static_cast<std::size_t>(columns);
  }
  return width;
}

std::string_view trim(std::string_view text) {
  std::size_t begin = 0;
  for (std::size_t next = 0; next < text.size() && is_space(next_code_point(text, next));) begin = next;
  std::size_t end = text.size();
  while (end > begin) {
    std::size_t last = end - 1;
    while (last > begin && end - last < 4 && (static_cast<unsigned char>(text[last]) & 0xC0) == 0x80) --last;
    std::size_t next = last;
    if (!is_space(next_code_point(text, next)) || next != end) break;
    end = last;
  }
  return text.substr(begin, end - begin);
}

std::string squeeze(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  bool pending = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t start = offset;
    while (offset < text.size() && is_visible(static_cast<unsigned char>(text[offset]))) ++offset;
    if (offset == start && is_space(next_code_point(text, offset))) {
      pending = !out.empty();
      continue;
    }
    if (pending) out += ' ';
    pending = false;
    out.append(text, start, offset - start);
  }
  return out;
}

std::string ascii_lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return ascii_lower(c); });
  return out;
}

}  // namespace council_news
