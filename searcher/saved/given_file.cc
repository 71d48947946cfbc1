#include "searcher/saved/given_file.h"

#include <charconv>
#include <filesystem>
#include <limits>
#include <system_error>

#include <fmt/core.h>

#include "common/hash.h"
#include "common/text/utf8.h"
#include "searcher/saved/json_file.h"
#include "searcher/saved/whole_file.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kDigits = 16;
constexpr std::string_view kHeader = "council-search given 1: ";

fs::path given_folder() { return state_folder() / "given"; }

/// The name of a search as a part of a file name without dots: other than letters, digits, `-` and `_` are written as
/// `%` and two hex digits, and a long name is cut and ends in a hash.
std::string file_part(const std::string& search) {
  constexpr std::size_t kMaxBytes = 120;
  std::string part;
  for (const char c : search) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = is_ascii_digit(c) || is_ascii_letter(c) || c == '-' || c == '_' || byte >= 0x80;
    part += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return part.size() <= kMaxBytes ? part : part.substr(0, kMaxBytes) + '~' + hash_hex(search);
}

fs::path file_of(const std::string& search, std::string_view reader) {
  return given_folder() / fmt::format("{}.{}", file_part(search), reader);
}

/// The number at the start of `text`, which ends with a newline. Nothing if it is not there.
template <int kBase>
bool read_line(std::string_view& text, std::size_t digits, std::uint64_t& number) {
  const std::size_t end = std::min(text.find('\n'), text.size());
  if (end == text.size() || (digits != 0 && end != digits)) return false;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + end, number, kBase);
  if (error != std::errc{} || stop != text.data() + end) return false;
  text.remove_prefix(end + 1);
  return true;
}

GivenIds read_file(const fs::path& path) {
  const auto content = read_whole_file(path);
  if (!content) return {};
  std::string_view text = *content;
  std::uint64_t count = 0;
  if (!text.starts_with(kHeader)) throw damaged(path);
  text.remove_prefix(kHeader.size());
  if (!read_line<10>(text, 0, count) || text.size() % (kDigits + 1) != 0 || text.size() / (kDigits + 1) != count)
    throw damaged(path);
  std::vector<std::uint64_t> keys(count);
  for (std::uint64_t& key : keys)
    if (!read_line<16>(text, kDigits, key)) throw damaged(path);
  return GivenIds(std::move(keys));
}

std::string file_text(const GivenIds& given) {
  constexpr std::string_view kHex = "0123456789abcdef";
  std::string text = fmt::format("{}{}\n", kHeader, given.keys().size());
  text.reserve(text.size() + given.keys().size() * (kDigits + 1));
  for (const std::uint64_t key : given.keys()) {
    for (std::size_t shift = kDigits * 4; shift > 0; shift -= 4) text += kHex[key >> (shift - 4) & 0xF];
    text += '\n';
  }
  return text;
}

}  // namespace

GivenIds read_given(const std::string& search, std::string_view reader) { return read_file(file_of(search, reader)); }

void add_given(const std::string& search, std::string_view reader, const std::vector<std::uint64_t>& keys) {
  if (keys.empty()) return;
  const FileLock lock(given_folder());
  std::error_code ignored;  // a folder that is not there fails the write
  fs::create_directories(given_folder(), ignored);
  const fs::path path = file_of(search, reader);
  std::vector<std::uint64_t> all = read_file(path).keys();
  all.insert(all.end(), keys.begin(), keys.end());
  replace_whole_file(path, file_text(GivenIds(std::move(all))));
}

void forget_given(const std::string& search) {
  if (!fs::exists(given_folder())) return;
  const FileLock lock(given_folder());
  const std::string prefix = file_part(search) + '.';
  std::error_code error;
  for (const fs::directory_entry& entry : fs::directory_iterator(given_folder(), error))
    if (entry.path().filename().string().starts_with(prefix)) fs::remove(entry.path(), error);
}

}  // namespace council_news
