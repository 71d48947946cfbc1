#include "indexer/read/press/furniture.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>

#include "common/text/fold.h"
#include "common/text/utf8.h"
#include "indexer/read/press/line_forms.h"

namespace council_news::press {
namespace {

/// Bytes of a line that tell what it is.
constexpr std::size_t kKeyBytes = 400;
/// A label stands within so many bytes, and has so many words.
constexpr std::size_t kLabelBytes = 60;
constexpr std::size_t kLabelWords = 4;
/// From so many words on a line is a paragraph however it ends; from so many on its full stop makes it a sentence.
constexpr std::size_t kParagraphWords = 25;
constexpr std::size_t kSentenceWords = 4;
/// Headlines ask and shout, and blurbs are cut off: without a full stop a sentence has more words.
constexpr std::size_t kStoplessSentenceWords = 14;
/// A heading or link with a stop has fewer words.
constexpr std::size_t kStoppedHeadingWords = 6;

/// A heading, a button or a credit has none of these behind its phrase; a sentence without a stop has.
constexpr auto kVerbs = std::to_array<std::string_view>(
    {"are", "be",    "been", "can",  "could", "did",  "do",     "does", "had", "has",  "have", "is",
     "may", "might", "must", "said", "say",   "says", "should", "told", "was", "were", "will", "would"});
/// Somebody is quoted: no page speaks so of itself.
constexpr auto kReports = std::to_array<std::string_view>({"said", "says", "tells", "told"});
/// Nor does a job advertisement tell what happened.
constexpr auto kPast = std::to_array<std::string_view>({"did", "had", "said", "says", "told", "was", "were"});

std::string_view take_word(std::string_view& text) {
  const std::size_t end = std::min(text.find(' '), text.size());
  const std::string_view word = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return word;
}

template <std::size_t Size>
bool has_any(std::string_view key, const std::array<std::string_view, Size>& words) {
  while (!key.empty())
    if (std::find(words.begin(), words.end(), take_word(key)) != words.end()) return true;
  return false;
}

bool is_number(std::string_view word) {
  return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// What follows the words of `phrase` in `key`, which must begin with them; ` * ` in a phrase skips any words.
std::optional<std::string_view> behind(std::string_view key, std::string_view phrase) {
  while (!phrase.empty()) {
    const std::string_view wanted = take_word(phrase);
    if (wanted == "*") {
      const std::size_t at = key.find(phrase);
      if (at == std::string_view::npos || phrase.empty()) return std::nullopt;
      key.remove_prefix(at);
      continue;
    }
    if (key.empty()) return std::nullopt;
    const std::string_view word = take_word(key);
    if (wanted == "#" ? !is_number(word) : wanted != word) return std::nullopt;
  }
  return key;
}

/// The rows of the table by the first word of their phrase. Nearly every word of a text begins no phrase: those are
/// told by length and three letters, without a comparison.
class PhraseIndex {
 public:
  using Rows = std::span<const FurnitureRow>;

  PhraseIndex() {
    for (std::size_t begin = 0, end = 0; begin < kFurnitureRows.size(); begin = end) {
      const std::string_view word = text_of(kFurnitureRows[begin].first_word);
      while (end < kFurnitureRows.size() && text_of(kFurnitureRows[end].first_word) == word) ++end;
      buckets_[hash(word)] = true;
    }
  }

  Rows rows_of(std::string_view word) const {
    if (is_number(word)) word = "#";
    if (!buckets_[hash(word)]) return {};
    const auto begin = std::lower_bound(
        kFurnitureRows.begin(), kFurnitureRows.end(), word,
        [](const FurnitureRow& row, std::string_view wanted) { return text_of(row.first_word) < wanted; });
    auto end = begin;
    while (end != kFurnitureRows.end() && text_of(end->first_word) == word) ++end;
    return {begin, end};
  }

 private:
  static constexpr std::size_t kBuckets = 4096;

  static std::size_t hash(std::string_view word) {
    const auto letter = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(word[at])); };
    return (word.size() + 31 * letter(0) + 257 * letter(word.size() / 2) + 1021 * letter(word.size() - 1)) % kBuckets;
  }

  std::array<bool, kBuckets> buckets_{};
};

/// Puts the matches of one line together.
class Judge {
 public:
  explicit Judge(const Line& line) : line_(line), label_(label_of(line.text)) {}

  Furniture judge() {
    static const PhraseIndex index;
    for (std::string_view rest = line_.key; !rest.empty();) {
      const std::string_view from = rest;
      for (const FurnitureRow& row : index.rows_of(take_word(rest)))
        if (matches(row, from)) add(row);
    }
    const bool is_job = (jobs_ > 1 || (jobs_ == 1 && applies_ > 0)) && !has_any(line_.key, kPast);
    if (best_ == Furniture::none && is_job) return Furniture::advert;
    return best_;
  }

 private:
  /// `from` is the line's key from a word on that is the first of the row's phrase.
  bool matches(const FurnitureRow& row, std::string_view from) const {
    const std::string_view phrase = text_of(row.phrase);
    const bool first = from.data() == line_.key.data();
    const bool fits = line_.words <= row.max_words;
    switch (row.match) {
      case FurnitureMatch::line:
        return first && fits && behind(from, phrase) == "";
      case FurnitureMatch::label:
        return first && (label_ == phrase || from == phrase);
      case FurnitureMatch::heading:
        return first && (label_ == phrase || (fits && is_heading(row, behind(from, phrase))));
      case FurnitureMatch::begin:
        return first && fits && behind(from, phrase).has_value();
      case FurnitureMatch::within:
        return fits && behind(from, phrase).has_value() && !has_any(line_.key, kReports);
      case FurnitureMatch::end:
        return fits && behind(from, phrase) == "";
    }
    return false;
  }

  bool is_heading(const FurnitureRow& row, std::optional<std::string_view> rest) const {
    if (!rest) return false;
    const bool may_stop = row.role == Furniture::caption || row.role == Furniture::date;
    if (!may_stop && line_.words >= kStoppedHeadingWords && ends_sentence(line_.text)) return false;
    return !has_any(*rest, kVerbs);
  }

  void add(const FurnitureRow& row) {
    Furniture role = row.role;
    if (role == Furniture::job) return count(row, jobs_);
    if (role == Furniture::apply) return count(row, applies_);
    // `Related: Depot to close` is one link and heads nothing.
    if (role == Furniture::related && !label_.empty() && label_.size() < line_.key.size()) role = Furniture::link;
    if (best_ == Furniture::none || role < best_) best_ = role;
  }

  /// One phrase said twice is one sign.
  void count(const FurnitureRow& row, int& signs) {
    if (last_sign_ != &row) ++signs;
    last_sign_ = &row;
  }

  const Line& line_;
  const std::string label_;
  Furniture best_ = Furniture::none;
  int jobs_ = 0;
  int applies_ = 0;
  const FurnitureRow* last_sign_ = nullptr;
};

/// The form of fold_name, without its care for numbers and entities.
void fold(std::string_view text, std::string& key) {
  key.clear();
  bool apart = false;
  for (std::size_t at = 0; at < text.size();) {
    const char c = text[at];
    const bool plain = is_ascii_letter(c) || (c >= '0' && c <= '9');
    char32_t sign = static_cast<unsigned char>(c);
    if (sign < 0x80)
      ++at;
    else
      sign = next_code_point(text, at);
    if (!plain && (is_apostrophe(sign) || is_invisible(sign))) continue;
    if (!plain && sign != U'&' && !is_letter(sign) && !is_digit(sign)) {
      apart = true;
      continue;
    }
    if ((apart || sign == U'&') && !key.empty()) key += ' ';
    apart = sign == U'&';
    if (plain)
      key += ascii_lower(c);
    else if (sign == U'&')
      key += "and";
    else
      append_folded(key, sign);
  }
}

/// What may stand behind the stop of a sentence.
constexpr std::array<std::string_view, 8> kClosers = {"’", "”", "'", "\"", ")", "]", "»", "*"};

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
  std::size_t end = std::min(text.size(), kKeyBytes);
  while (end > 0 && end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0) == 0x80) --end;
  fold(text.substr(0, end), buffer);
  Line line{text, buffer, static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1};
  const std::string_view bare = without_closers(text);
  const bool full_stop = bare.ends_with('.') && !bare.ends_with("...");
  line.prose = line.words >= kParagraphWords ||
               (line.words >= (full_stop ? kSentenceWords : kStoplessSentenceWords) && ends_sentence(text));
  return line;
}

std::string label_of(std::string_view text) {
  const std::size_t colon = text.substr(0, kLabelBytes).find(':');
  if (colon == std::string_view::npos) return {};
  std::string label;
  fold(text.substr(0, colon), label);
  if (static_cast<std::size_t>(std::count(label.begin(), label.end(), ' ')) >= kLabelWords) return {};
  return label;
}

Furniture furniture_of(const Line& line) {
  if (line.key.empty()) return is_end_sign(line.text) ? Furniture::end : Furniture::none;
  const Furniture by_phrase = Judge(line).judge();
  return by_phrase != Furniture::none ? by_phrase : furniture_by_form(line);
}

}  // namespace council_news::press
