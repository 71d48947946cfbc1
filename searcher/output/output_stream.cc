#include "searcher/output/output_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include <fmt/core.h>
#include <unistd.h>
#include <utf8proc.h>

#include "common/error.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::size_t kBufferBytes = 1 << 16;

/// ASCII forms of characters whose decomposition contains no ASCII letter.
constexpr std::pair<char32_t, std::string_view> kAsciiForms[] = {
    {U'“', "\""},   {U'”', "\""},   {U'„', "\""}, {U'«', "\""},  {U'»', "\""}, {U'—', "--"}, {U'·', "|"}, {U'•', "*"},
    {U'£', "GBP "}, {U'€', "EUR "}, {U'×', "x"},  {U'©', "(c)"}, {U'→', "->"}, {U'−', "-"},  {U'ø', "o"}, {U'Ø', "O"},
    {U'æ', "ae"},   {U'Æ', "AE"},   {U'ß', "ss"}, {U'ð', "d"},   {U'þ', "th"}, {U'ł', "l"},  {U'Ł', "L"}, {U'œ', "oe"}};

void append_ascii(std::string& out, char32_t c) {
  if (c < 0x80) {
    out += static_cast<char>(c);
    return;
  }
  for (const auto& [sign, text] : kAsciiForms) {
    if (sign != c) continue;
    out += text;
    return;
  }
  if (is_apostrophe(c)) {
    out += '\'';
    return;
  }
  if (is_hyphen(c)) {
    out += '-';
    return;
  }
  // Decompose it and keep the ASCII part: é is e and an accent, … is three dots.
  utf8proc_int32_t parts[32];
  int boundary = 0;
  const auto options = static_cast<utf8proc_option_t>(UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_STRIPMARK);
  const auto count = utf8proc_decompose_char(static_cast<utf8proc_int32_t>(c), parts, 32, options, &boundary);
  constexpr utf8proc_int32_t kFractionSlash = 0x2044;
  const auto end = parts + std::clamp<utf8proc_ssize_t>(count, 0, 32);
  // Keeps 4½ from becoming 41/2.
  if (std::find(parts, end, kFractionSlash) != end && !out.empty() && is_digit(static_cast<unsigned char>(out.back())))
    out += ' ';
  bool any = false;
  for (const auto* part = parts; part != end; ++part) {
    if (*part >= 0x80 && *part != kFractionSlash) continue;
    out += *part == kFractionSlash ? '/' : static_cast<char>(*part);
    any = true;
  }
  if (!any && count != 0) out += '?';
}

}  // namespace

std::string to_ascii(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) append_ascii(out, next_code_point(text, at));
  return out;
}

OutputBuffer::int_type OutputBuffer::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char byte = traits_type::to_char_type(c);
  xsputn(&byte, 1);
  return c;
}

std::streamsize OutputBuffer::xsputn(const char* text, std::streamsize size) {
  pending_.append(text, static_cast<std::size_t>(size));
  if (pending_.size() >= kBufferBytes) {
    // Whole lines, so that no character is split.
    const std::size_t end = ascii_ ? pending_.rfind('\n') + 1 : pending_.size();
    if (end == 0) return size;
    write_out(std::string_view(pending_).substr(0, end));
    pending_.erase(0, end);
  }
  return size;
}

int OutputBuffer::sync() {
  write_out(pending_);
  pending_.clear();
  return 0;
}

void OutputBuffer::write_out(std::string_view bytes) const {
  const std::string converted = ascii_ ? to_ascii(bytes) : std::string{};
  if (ascii_) bytes = converted;
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor_, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      throw ClosedPipe();
    } else if (errno != EINTR) {
      throw Error(ExitStatus::database, fmt::format("the output could not be written: {}", std::strerror(errno)));
    }
  }
}

}  // namespace council_news
