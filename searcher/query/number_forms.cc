#include "searcher/query/number_forms.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "common/text/utf8.h"

namespace council_news {
namespace {

enum class Side { before, after };

/// Words with the same meaning next to a number. The first may be written without a space.
struct Same {
  Side side;  ///< of the number
  std::array<std::string_view, 3> words;
};
constexpr std::array<Same, 4> kSame{{
    {Side::before, {"s", "section", ""}},
    {Side::after, {"m", "million", ""}},
    {Side::after, {"bn", "billion", ""}},
    {Side::after, {"pc", "percent", "per cent"}},
}};

constexpr std::array<std::string_view, 4> kOrdinals{"st", "nd", "rd", "th"};

/// Text with more pieces is a code, which has one form.
constexpr std::size_t kMaxPieces = 3;

bool is_number(char c) { return is_ascii_digit(c) || c == '.'; }
bool is_number(std::string_view piece) { return is_number(piece.front()); }

bool is_whole(std::string_view text) { return text.find_first_not_of("0123456789") == std::string_view::npos; }

/// Splits a word into runs of letters and of digits: `a1m` → a, 1, m.
void add_pieces(std::string_view word, std::vector<std::string>& pieces) {
  for (std::size_t begin = 0, end = 0; begin < word.size(); begin = end) {
    for (end = begin; end < word.size() && is_number(word[end]) == is_number(word[begin]);) ++end;
    pieces.emplace_back(word.substr(begin, end - begin));
  }
}

/// Alternating letters and numbers, or empty.
std::vector<std::string> pieces_of(const std::vector<std::string>& words) {
  std::vector<std::string> pieces;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool per_cent = words[i] == "per" && i + 1 < words.size() && words[i + 1] == "cent";
    add_pieces(per_cent ? "percent" : words[i], pieces);
    i += per_cent ? 1 : 0;
  }
  if (pieces.size() < 2 || pieces.size() > kMaxPieces) return {};
  for (std::size_t i = 1; i < pieces.size(); ++i) {
    const bool ordinal = std::find(kOrdinals.begin(), kOrdinals.end(), pieces[i]) != kOrdinals.end();
    if (is_number(pieces[i - 1]) == is_number(pieces[i]) || ordinal) return {};
  }
  return pieces;
}

/// Adds the pieces with and without spaces between them.
void add_spaced(const std::vector<std::string>& pieces, std::vector<std::string>& forms) {
  const unsigned gaps = static_cast<unsigned>(pieces.size()) - 1;
  for (unsigned blanks = 0; blanks < 1U << gaps; ++blanks) {
    std::string text = pieces.front();
    for (unsigned gap = 0; gap < gaps; ++gap) text += ((blanks >> gap & 1U) != 0 ? " " : "") + pieces[gap + 1];
    forms.push_back(std::move(text));
  }
}

/// If a number and a word match a row of kSame, adds the number with each word of the row.
bool add_same(const std::string& left, const std::string& right, std::vector<std::string>& forms) {
  for (const Same& same : kSame) {
    const bool before = same.side == Side::before;
    const std::string& word = before ? left : right;
    if (std::find(same.words.begin(), same.words.end(), word) == same.words.end()) continue;
    const std::string brief(same.words.front());
    add_spaced(before ? std::vector{brief, right} : std::vector{left, brief}, forms);
    for (std::size_t i = 1; i < same.words.size() && !same.words[i].empty(); ++i) {
      const std::string full(same.words[i]);
      forms.push_back(before ? full + " " + right : left + " " + full);
    }
    return true;
  }
  return false;
}

}  // namespace

std::vector<std::string> number_forms(const std::vector<std::string>& words) {
  constexpr std::string_view kThousand = "000";
  std::vector<std::string> forms;
  const std::vector<std::string> pieces = pieces_of(words);
  std::string joined;
  for (const std::string& piece : pieces) joined += piece;
  if (words.size() == 1 && is_whole(words[0]) && words[0].size() > kThousand.size() && words[0].ends_with(kThousand)) {
    add_spaced({words[0].substr(0, words[0].size() - kThousand.size()), "k"}, forms);
  } else if (pieces.size() == 2 && pieces[1] == "k" && is_whole(pieces[0])) {
    forms.push_back(pieces[0] + std::string(kThousand));
    add_spaced(pieces, forms);
  } else if (pieces.size() != 2 || !add_same(pieces[0], pieces[1], forms)) {
    // Several words have a joined form only if others write them as one: `s 114 notice` are two things.
    if (words.size() > 1 && !joined.empty()) forms.push_back(joined);
    if (words.size() == 1 && !pieces.empty()) add_spaced(pieces, forms);
  }
  std::string given;
  for (const std::string& word : words) given += (given.empty() ? "" : " ") + word;
  std::erase(forms, given);
  return forms;
}

}  // namespace council_news
