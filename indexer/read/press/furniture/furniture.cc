#include "indexer/read/press/furniture/furniture.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>

#include "common/text/utf8.h"
#include "indexer/read/press/furniture/line_forms.h"
#include "indexer/read/press/furniture/statement.h"

namespace council_news::press {
namespace {

/// A heading or link that ends with a full stop has fewer words.
constexpr std::size_t kStoppedHeadingWords = 6;

/// A sentence without a full stop has one of these after the phrase; a heading, button or credit does not.
constexpr auto kVerbs = std::to_array<std::string_view>(
    {"are", "be",    "been", "can",  "could", "did",  "do",     "does", "had", "has",  "have", "is",
     "may", "might", "must", "said", "say",   "says", "should", "told", "was", "were", "will", "would"});
/// Speech verbs: page furniture does not quote anybody.
constexpr auto kReports = std::to_array<std::string_view>({"said", "says", "tells", "told"});
/// Past tense: a job advertisement does not report events.
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
  return !word.empty() && is_ascii_digit(word.front()) && std::all_of(word.begin(), word.end(), is_ascii_digit);
}

/// The rest of `key` after the words of `phrase`, which must begin it; ` * ` in a phrase matches any words.
std::optional<std::string_view> rest_after(std::string_view key, std::string_view phrase) {
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

/// The rows of the table by the first word of their phrase, hashed by its length and three of its letters. Most words
/// begin no phrase, and few phrases may begin within a line.
class PhraseIndex {
 public:
  using Rows = std::span<const FurnitureRow>;

  PhraseIndex() {
    for (std::size_t begin = 0, end = 0; begin < kFurnitureRows.size(); begin = end) {
      const std::string_view word = text_of(kFurnitureRows[begin].first_word);
      std::size_t slot = hash(word);
      bool anywhere = false;
      for (; end < kFurnitureRows.size() && text_of(kFurnitureRows[end].first_word) == word; ++end)
        anywhere = anywhere || is_anywhere(kFurnitureRows[end].match);
      anywhere_[slot] = anywhere_[slot] || anywhere;
      while (slots_[slot].size != 0) slot = (slot + 1) % kSlots;
      slots_[slot] = {static_cast<std::uint16_t>(begin), static_cast<std::uint16_t>(end - begin)};
    }
  }

  /// `first`: the word is the first of its line.
  Rows rows_of(std::string_view word, bool first) const {
    std::size_t slot = hash(word);
    if (!first && !anywhere_[slot]) return {};
    if (is_number(word)) slot = hash(word = "#");
    for (; slots_[slot].size != 0; slot = (slot + 1) % kSlots) {
      const Rows rows = kFurnitureRows.subspan(slots_[slot].begin, slots_[slot].size);
      if (text_of(rows.front().first_word) == word) return rows;
    }
    return {};
  }

 private:
  struct Slot {
    std::uint16_t begin;  ///< index into kFurnitureRows
    std::uint16_t size;   ///< 0 for an empty slot
  };
  static constexpr std::size_t kSlots = 4096;

  static bool is_anywhere(FurnitureMatch match) {
    return match == FurnitureMatch::within || match == FurnitureMatch::end;
  }

  static std::size_t hash(std::string_view word) {
    const auto letter = [&](std::size_t at) { return static_cast<std::size_t>(static_cast<unsigned char>(word[at])); };
    return (word.size() + 31 * letter(0) + 257 * letter(word.size() / 2) + 1021 * letter(word.size() - 1)) % kSlots;
  }

  std::array<Slot, kSlots> slots_{};
  std::array<bool, kSlots> anywhere_{};
};

/// Combines the matches of one line.
class Judge {
 public:
  explicit Judge(const Line& line)
      : line_(line), label_((line.signs & sign::kColon) != 0 ? label_of(line.text) : std::string()) {}

  std::string_view label() const { return label_; }

  Furniture judge() {
    static const PhraseIndex index;
    const std::string_view key = line_.key;
    for (std::size_t begin = 0, end = 0; begin < key.size(); begin = end + 1) {
      end = begin;
      while (end < key.size() && key[end] != ' ') ++end;
      if (end == begin) continue;
      for (const FurnitureRow& row : index.rows_of(key.substr(begin, end - begin), begin == 0))
        if (matches(row, key.substr(begin))) add(row);
    }
    const bool is_job = (jobs_ > 1 || (jobs_ == 1 && applies_ > 0)) && !has_any(line_.key, kPast);
    if (best_ == Furniture::none && is_job) return Furniture::advert;
    return best_;
  }

 private:
  /// `from` is the rest of the line's key that begins with the first word of the row's phrase.
  bool matches(const FurnitureRow& row, std::string_view from) const {
    const std::string_view phrase = text_of(row.phrase);
    const bool first = from.data() == line_.key.data();
    const bool fits = line_.words <= row.max_words;
    switch (row.match) {
      case FurnitureMatch::line:
        return first && fits && rest_after(from, phrase) == "";
      case FurnitureMatch::label:
        return first && (label_ == phrase || (from == phrase && !line_.text.ends_with('.')));
      case FurnitureMatch::heading:
        return first && (label_ == phrase || (fits && is_heading(row, rest_after(from, phrase))));
      case FurnitureMatch::begin:
        return first && fits && rest_after(from, phrase).has_value();
      case FurnitureMatch::within:
        return fits && rest_after(from, phrase).has_value() && !has_any(line_.key, kReports);
      case FurnitureMatch::end:
        return fits && rest_after(from, phrase) == "";
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
    // `Related: Depot to close` is a single link, not a heading.
    if (role == Furniture::related && !label_.empty() && label_.size() < line_.key.size()) role = Furniture::link;
    if (best_ == Furniture::none || role < best_) best_ = role;
  }

  /// A repeated phrase counts once.
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

}  // namespace

Furniture furniture_of(const Line& line) {
  if (line.key.empty()) return is_end_sign(line.text) ? Furniture::end : Furniture::none;
  Judge judge(line);
  Furniture role = judge.judge();
  if (role == Furniture::none) role = furniture_by_form(line, judge.label());
  return role == Furniture::none || is_statement(line, judge.label(), role) ? Furniture::none : role;
}

}  // namespace council_news::press
