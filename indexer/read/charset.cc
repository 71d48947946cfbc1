#include "indexer/read/charset.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <memory>
#include <string_view>

#include <fmt/core.h>
#include <iconv.h>
#include <uchardet/uchardet.h>

#include "common/text/utf8.h"
#include "common/text/windows_1252.h"
#include "indexer/read/declared_charset.h"

namespace council_news {
namespace {

/// In text in a Latin script fewer than one byte in this many is outside ASCII. Detection runs only on text with more.
constexpr std::size_t kForeignShare = 8;

constexpr char32_t kByteOrderMark = 0xFEFF;

struct Mark {
  std::string_view bytes;
  std::string_view charset;
};

using namespace std::string_view_literals;

/// Longer marks first: the mark of UTF-32 begins with that of UTF-16.
constexpr Mark kByteOrderMarks[] = {{"\xFF\xFE\0\0"sv, "utf-32le"},
                                    {"\0\0\xFE\xFF"sv, "utf-32be"},
                                    {"\xEF\xBB\xBF"sv, "utf-8"},
                                    {"\xFF\xFE"sv, "utf-16le"},
                                    {"\xFE\xFF"sv, "utf-16be"}};

/// Detects UTF-16 and UTF-32 without a BOM from the zeros in the first four bytes (XML 1.0, appendix F).
std::string_view charset_of_zeros(std::string_view bytes) {
  if (bytes.size() < 4) return {};
  const std::array<bool, 4> zero = {bytes[0] == 0, bytes[1] == 0, bytes[2] == 0, bytes[3] == 0};
  if (zero == std::array{false, true, true, true}) return "utf-32le";
  if (zero == std::array{true, true, true, false}) return "utf-32be";
  if (zero == std::array{false, true, false, true}) return "utf-16le";
  if (zero == std::array{true, false, true, false}) return "utf-16be";
  return {};
}

/// Whether the sequence at `offset` is a UTF-8 character truncated by the end of the document.
bool is_cut_sequence(std::string_view bytes, std::size_t offset) {
  const auto lead = static_cast<unsigned char>(bytes[offset]);
  const std::size_t wanted = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
  if (lead < 0xC2 || lead > 0xF4 || bytes.size() - offset >= wanted) return false;
  const std::string_view rest = bytes.substr(offset + 1);
  return std::all_of(rest.begin(), rest.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) == 0x80; });
}

/// Decodes UTF-8. Invalid bytes are read as windows-1252; `strays` counts them.
std::string from_utf8(std::string_view bytes, std::size_t& strays) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t offset = 0; offset < bytes.size();) {
    const std::size_t begin = offset;
    if (const std::size_t plain = plain_run(bytes, offset); plain > 0) {
      out.append(bytes, offset, plain);
      offset += plain;
      continue;
    }
    const char32_t code_point = next_code_point(bytes, offset);
    if (code_point != kReplacement || offset != begin + 1) {
      out.append(bytes, begin, offset - begin);
    } else if (is_cut_sequence(bytes, begin)) {
      append_utf8(out, kReplacement);
      break;
    } else {
      append_utf8(out, from_windows_1252(static_cast<unsigned char>(bytes[begin])));
      ++strays;
    }
  }
  return out;
}

std::string from_windows_1252_bytes(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size() + bytes.size() / 16);
  for (const char c : bytes) append_utf8(out, from_windows_1252(static_cast<unsigned char>(c)));
  return out;
}

struct IconvCloser {
  void operator()(void* handle) const { iconv_close(handle); }
};
using Iconv = std::unique_ptr<void, IconvCloser>;

Iconv open_iconv(const std::string& charset) {
  const iconv_t handle = iconv_open("UTF-8", charset.c_str());
  return Iconv(handle == reinterpret_cast<iconv_t>(-1) ? nullptr : handle);  // the C API's error value
}

/// Decodes `bytes` with iconv. An undecodable byte is read as windows-1252, or becomes U+FFFD in a `wide` encoding.
std::string through_iconv(const Iconv& converter, std::string_view bytes, bool wide, std::size_t& strays) {
  std::string out;
  std::string input(bytes);
  char* next = input.data();
  std::size_t left = input.size();
  std::array<char, 4096> buffer{};
  while (left > 0) {
    char* free = buffer.data();
    std::size_t room = buffer.size();
    const std::size_t result = iconv(converter.get(), &next, &left, &free, &room);
    const int reason = errno;
    out.append(buffer.data(), buffer.size() - room);
    if (result != static_cast<std::size_t>(-1) || reason == E2BIG) continue;
    const std::size_t skipped = std::min<std::size_t>(left, wide ? 2 : 1);
    append_utf8(out, wide ? kReplacement : from_windows_1252(static_cast<unsigned char>(*next)));
    next += skipped;
    left -= skipped;
    ++strays;
    iconv(converter.get(), nullptr, nullptr, nullptr, nullptr);
  }
  return out;
}

/// The encoding detected from the bytes. Empty unless most of the text is in a non-Latin script.
std::string detected_charset(std::string_view bytes) {
  const auto high =
      std::count_if(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (static_cast<std::size_t>(high) * kForeignShare < bytes.size()) return {};
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), &uchardet_delete);
  if (uchardet_handle_data(detector.get(), bytes.data(), bytes.size()) != 0) return {};
  uchardet_data_end(detector.get());
  return charset_named(uchardet_get_charset(detector.get()));
}

/// Decodes `bytes` as `charset`. Warns about what differs from `declared`, which may be empty.
std::string decode(std::string_view bytes, const std::string& charset, const std::string& declared,
                   std::vector<std::string>& warnings) {
  const bool wide = charset.starts_with("utf-16") || charset.starts_with("utf-32");
  std::size_t strays = 0;
  if (charset == "windows-1252") return from_windows_1252_bytes(bytes);
  if (!charset.empty() && charset != "utf-8") {
    if (const Iconv converter = open_iconv(charset)) {
      std::string text = through_iconv(converter, bytes, wide, strays);
      if (strays > 0) warnings.push_back(fmt::format("declared as {}, but invalid in {} places", declared, strays));
      return text;
    }
    warnings.push_back(fmt::format("unknown character set {}: read as UTF-8 or windows-1252", declared));
  }
  std::string text = from_utf8(bytes, strays);
  if (strays > 0 && !declared.empty()) {
    warnings.push_back(fmt::format("declared as UTF-8, but {} bytes are invalid: read as windows-1252", strays));
  }
  return text;
}

/// Whether a C1 control is a windows-1252 character that was transcoded as ISO-8859-1: the euro, the ellipsis, quotes,
/// bullet, dashes and the trade mark. The others do not occur in English text, and terminals obey them.
bool is_transcoded(char32_t c) { return c == 0x80 || c == 0x85 || (c >= 0x91 && c <= 0x97) || c == 0x99; }

bool is_control(char32_t c) { return (c < 0x20 && c != '\t' && c != '\n') || (c >= 0x7F && c < 0xA0); }

/// `text` in normal form C, with \n for every line end, without control characters. Dropped ones give a warning.
std::string tidy(std::string_view text, std::vector<std::string>& warnings) {
  NormalText out(text.size());
  std::size_t controls = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t plain = plain_run(text, offset);
    out.append_plain(text.substr(offset, plain));
    offset += plain;
    if (offset == text.size()) break;
    const char32_t code_point = next_code_point(text, offset);
    if (code_point == '\r') {
      if (offset == text.size() || text[offset] != '\n') out.append_plain("\n");
    } else if (code_point == '\v' || code_point == '\f') {
      out.append_plain(" ");
    } else if (is_transcoded(code_point)) {
      out.append(from_windows_1252(static_cast<unsigned char>(code_point)));
    } else if (is_control(code_point)) {
      ++controls;
    } else if (code_point != kByteOrderMark || !out.empty()) {
      out.append(code_point);
    }
  }
  if (controls > 0) warnings.push_back(fmt::format("{} control characters dropped", controls));
  return std::move(out).take();
}

}  // namespace

std::string to_utf8(const Input& input, std::vector<std::string>& warnings) {
  const std::string_view bytes = input.bytes;
  for (const Mark& mark : kByteOrderMarks) {
    if (bytes.starts_with(mark.bytes)) {
      const std::string charset(mark.charset);
      return tidy(decode(bytes.substr(mark.bytes.size()), charset, charset, warnings), warnings);
    }
  }
  if (const std::string charset(charset_of_zeros(bytes)); !charset.empty()) {
    return tidy(decode(bytes, charset, charset, warnings), warnings);
  }
  if (ascii_run(bytes, 0) == bytes.size()) return tidy(bytes, warnings);

  const std::string declared = charset_named(input.charset).empty() ? charset_in_document(bytes) : input.charset;
  std::string charset = charset_named(declared);
  // A declaration that was readable as ASCII cannot be in UTF-16 or UTF-32.
  if (charset.starts_with("utf-16") || charset.starts_with("utf-32")) charset = "utf-8";
  const bool is_utf8 = is_valid_utf8(bytes);
  if (is_utf8 && is_western_single_byte(charset)) {
    warnings.push_back(fmt::format("declared as {}, but is UTF-8", declared));
    charset = "utf-8";
  }
  if (is_utf8 && (charset.empty() || charset == "utf-8")) return tidy(bytes, warnings);
  if (charset.empty()) charset = detected_charset(bytes);
  return tidy(decode(bytes, charset, declared.empty() ? charset : declared, warnings), warnings);
}

}  // namespace council_news
