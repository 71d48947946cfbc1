#include "indexer/read/press/furniture/line.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news::press {
namespace {

/// A longer text is a paragraph of the article, unless its opening is furniture.
constexpr std::size_t kLongBytes = 300;
constexpr std::size_t kOpeningBytes = 120;
/// Maximum bytes and words of a label.
constexpr std::size_t kLabelBytes = 60;
constexpr std::size_t kLabelWords = 4;
/// A line with this many words is a paragraph; a line with this many words and a full stop is a sentence.
constexpr std::size_t kParagraphWords = 25;
constexpr std::size_t kSentenceWords = 4;
/// Headlines end with ? and !, and blurbs are truncated: a sentence without a full stop has more words.
constexpr std::size_t kStoplessSentenceWords = 14;

/// Closing quotes and brackets that may follow a full stop.
constexpr std::array<std::string_view, 8> kClosers = {"’", "”", "'", "\"", ")", "]", "»", "*"};

constexpr auto kSigns = [] {
  std::array<std::uint8_t, 256> signs{};
  for (std::size_t c = '0'; c <= '9'; ++c) signs[c] = sign::kDigit;
  signs[0xA3] = sign::kPound;
  signs['@'] = sign::kMail;
  signs[':'] = sign::kColon;
  signs['('] = signs['['] = sign::kBracket;
  for (const std::size_t c :
       {std::size_t('>'), std::size_t('/'), std::size_t(0xBB), std::size_t(0xBA), std::size_t(0x92)})
    signs[c] = sign::kCrumb;
  return signs;
}();

/// ASCII letters in lower case and digits; 0 for all others.
constexpr auto kPlain = [] {
  std::array<char, 256> plain{};
  for (std::size_t c = '0'; c <= '9'; ++c) plain[c] = static_cast<char>(c);
  for (std::size_t c = 'a'; c <= 'z'; ++c) plain[c] = plain[c - 'a' + 'A'] = static_cast<char>(c);
  return plain;
}();

/// Folds text like fold_name, but without its rules for numbers and entities: it runs on every line that is read.
class Folder {
 public:
  explicit Folder(std::string& out) : out_(out) {}

  void fold(std::string_view text) {
    out_.clear();
    for (std::size_t at = 0; at < text.size();) {
      const std::size_t begin = at;
      std::array<char, 32> plain;
      std::size_t count = 0;
      for (; at < text.size() && count < plain.size(); ++at, ++count) {
        plain[count] = kPlain[static_cast<unsigned char>(text[at])];
        if (plain[count] == 0) break;
      }
      if (at > begin)
        append({plain.data(), count});
      else
        take_sign(text, at);
    }
  }

 private:
  void append(std::string_view letters) {
    if (apart_ && !out_.empty()) out_ += ' ';
    apart_ = false;
    out_ += letters;
  }

  void take_sign(std::string_view text, std::size_t& at) {
    const char c = text[at];
    const bool plain_sign = static_cast<unsigned char>(c) < 0x80 && c != '\'' && c != '`' && c != '&';
    if (plain_sign) {
      apart_ = true;
      ++at;
      return;
    }
    const char32_t sign = next_code_point(text, at);
    if (is_apostrophe(sign) || is_invisible(sign)) return;
    if (sign == U'&') {
      apart_ = true;
      append("and");
      apart_ = true;
    } else if (is_letter(sign) || is_digit(sign)) {
      append("");
      append_folded(out_, sign);
    } else {
      apart_ = true;
    }
  }

  std::string& out_;
  bool apart_ = false;
};

bool is_prose(const Line& line) {
  if (line.words >= kParagraphWords) return true;
  if (line.words < kSentenceWords || !ends_sentence(line.text)) return false;
  const std::string_view bare = without_closers(line.text);
  return line.words >= kStoplessSentenceWords || (bare.ends_with('.') && !bare.ends_with("..."));
}

}  // namespace

std::string_view without_closers(std::string_view text) {
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view closer : kClosers) {
      if (!text.ends_with(closer)) continue;
      text.remove_suffix(closer.size());
      again = true;
    }
  }
  return text;
}

bool ends_sentence(std::string_view text) {
  const std::string_view bare = without_closers(text);
  return !bare.empty() && (bare.back() == '.' || bare.back() == '!' || bare.back() == '?' || bare.ends_with("…"));
}

Line read_line(std::string_view text, std::string& buffer) {
  std::size_t end = text.size() > kLongBytes ? kOpeningBytes : text.size();
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  Folder(buffer).fold(text.substr(0, end));
  return read_line(text, std::string_view(buffer));
}

Line read_line(std::string_view text, std::string_view key) {
  if (text.size() > kLongBytes) key = key.substr(0, kOpeningBytes);
  Line line{.text = text, .key = key, .words = 1};
  for (const char c : text) {
    line.words += c == ' ' ? 1 : 0;
    line.signs |= kSigns[static_cast<unsigned char>(c)];
  }
  line.prose = is_prose(line);
  return line;
}

std::string label_of(std::string_view text) {
  const std::size_t colon = text.substr(0, kLabelBytes).find(':');
  if (colon == std::string_view::npos) return {};
  std::string label;
  Folder(label).fold(text.substr(0, colon));
  if (static_cast<std::size_t>(std::count(label.begin(), label.end(), ' ')) >= kLabelWords) return {};
  return label;
}

}  // namespace council_news::press
