#include "indexer/enrich/councils/passage.h"

#include <algorithm>
#include <array>

#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Abbreviations whose full stop does not end a sentence.
constexpr std::array<std::string_view, 18> kShortenings{"st", "mr",  "mrs", "ms",  "dr", "prof", "cllr", "co",  "rev",
                                                        "no", "sir", "lt",  "col", "vs", "inc",  "ltd",  "gov", "gen"};
/// A passage with this share of capitals among its longer words is in title case.
constexpr double kTitleCaseShare = 0.7;
constexpr std::size_t kLongerWord = 4;

bool is_upper_at(std::string_view text, std::size_t at) {
  const auto byte = static_cast<unsigned char>(text[at]);
  if (byte < 0x80) return is_ascii_upper(static_cast<char>(byte));
  return is_upper(next_code_point(text, at));
}

bool all_upper(std::string_view text) {
  return text.size() > 1 && std::none_of(text.begin(), text.end(), is_ascii_lower);
}

/// The bit of an ASCII character.
Gap gap_of(char c) {
  switch (c) {
    case ',':
    case ';':
    case '/':
    case '*':
    case '|':
      return gap::kComma;
    case ':':
      return gap::kColon;
    case '(':
    case ')':
    case '[':
    case ']':
      return gap::kBracket;
    case '.':
    case '!':
    case '?':
      return gap::kStop;
    case '"':
    case '\'':
    case '`':
      return gap::kQuote;
    default:
      return 0;
  }
}

}  // namespace

const Word Passage::kNone{};

Passage::Passage(std::string_view text) : text_(text), tokens_(tokenise(text)) {
  words_.reserve(tokens_.size());
  std::size_t longer = 0;
  std::size_t longer_capitals = 0;
  for (const Token& token : tokens_) {
    if (token.joined) continue;
    Word word;
    word.term = token.term;
    word.base = stem_base(token);
    word.begin = token.begin;
    word.end = token.end;
    word.possessive = token.possessive;
    word.classes = classes_of(word.base);
    if (word.possessive && word.classes.empty()) word.classes = classes_of(word.term);
    word.capital = is_upper_at(text_, word.begin);
    const std::size_t length = word.possessive ? word.base.size() : word.end - word.begin;
    word.capitals = word.capital && all_upper(text_.substr(word.begin, length));
    if (!words_.empty()) {
      Word& before = words_.back();
      word.gap = gap_between(before.end, word.begin);
      // A plural possessive has its apostrophe between the words: `Leeds’ plan`.
      if (word.gap == gap::kQuote && before.term.ends_with('s') && text_[before.end] != '"' &&
          text_[word.begin - 1] == ' ') {
        before.possessive = true;
        word.gap = 0;
      }
      if (word.gap == gap::kStop &&
          std::find(kShortenings.begin(), kShortenings.end(), before.term) != kShortenings.end())
        word.gap = 0;
    }
    word.first = words_.empty() || (word.gap & gap::kStop) != 0;
    word.sentence = words_.empty() ? 0 : words_.back().sentence + (word.first ? 1 : 0);
    if (word.term.size() >= kLongerWord) {
      ++longer;
      if (word.capital) ++longer_capitals;
    }
    words_.push_back(word);
  }
  const bool all_capitals = std::all_of(words_.begin(), words_.end(), [](const Word& word) {
    return word.capitals || word.term.size() == 1 || is_ascii_digit(word.term.front());
  });
  // A line of almost only names with a full stop is a sentence: headlines have no full stop.
  title_case_ = all_capitals || (!text_.ends_with('.') && longer > 2 &&
                                 static_cast<double>(longer_capitals) >= kTitleCaseShare * static_cast<double>(longer));
}

bool Passage::has_before(std::size_t at, char sign) const {
  if (at >= words_.size()) return false;
  const std::size_t begin = at == 0 ? 0 : words_[at - 1].end;
  return text_.substr(begin, words_[at].begin - begin).find(sign) != std::string_view::npos;
}

Gap Passage::gap_between(std::size_t begin, std::size_t end) const {
  Gap found = 0;
  bool blank = false;
  for (std::size_t at = begin; at < end;) {
    if (static_cast<unsigned char>(text_[at]) < 0x80) {
      const char c = text_[at++];
      blank = blank || c == ' ' || c == '\n';
      found |= gap_of(c);
      if (c == '-') found |= end - begin == 1 ? gap::kHyphen : gap::kDash;
      continue;
    }
    const char32_t sign = next_code_point(text_, at);
    if (is_space(sign) || is_invisible(sign)) continue;
    if (is_apostrophe(sign) || sign == U'“' || sign == U'”')
      found |= gap::kQuote;
    else if (sign == U'…')
      found |= gap::kStop;
    else if (is_hyphen(sign) && !blank && at >= end)
      found |= gap::kHyphen;
    else if (is_hyphen(sign) || sign == U'—')
      found |= gap::kDash;
    else
      found |= gap::kComma;
  }
  return found;
}

}  // namespace council_news
