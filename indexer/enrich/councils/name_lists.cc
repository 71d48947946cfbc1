#include "indexer/enrich/councils/name_lists.h"

#include "common/text/utf8.h"

namespace council_news {
namespace {

using namespace word_class;

/// Maximum words between two names of a list.
constexpr std::size_t kListReach = 5;

/// Maximum words in brackets after a name of a list.
constexpr std::size_t kBracketReach = 8;

/// One past the brackets that begin at `at`, "(Limestone Peak ward)"; `at` if there are none.
std::size_t after_brackets(const Passage& passage, std::size_t at) {
  if ((passage[at].gap & gap::kBracket) == 0 || !passage.has_before(at, '(')) return at;
  for (std::size_t end = at + 1; end <= at + kBracketReach && end < passage.size(); ++end)
    if (passage.has_before(end, ')')) return end;
  return at;
}

/// Whether the word may be between two names of a list.
bool is_between(const Word& word) {
  const char c = word.term.front();
  return word.is(kJoiner | kParty | kDesignator | kAbbreviation | kAbbreviations | kCouncil | kCouncils |
                 kAuthorities) ||
         is_ascii_digit(c) || word.term == "both" || word.term == "the" || word.term == "m" || word.term == "new";
}

/// "In West Sussex, Adur and Worthing councils": the area of the others.
bool is_setting(const Passage& passage, const NameMatch& match) {
  return match.is_area() && passage.joins(match.begin) && passage[match.begin - 1].first &&
         passage[match.begin - 1].is(kLocative);
}

bool are_listed(const Passage& passage, const NameMatch& before, const NameMatch& after) {
  if (passage[before.last].possessive || (is_setting(passage, before) && !after.is_area())) return false;
  const std::size_t begin = after_brackets(passage, before.end);
  if (after.begin < begin || after.begin - begin > kListReach) return false;
  bool separated = after.begin == before.end;  // "Bury Calderdale Coventry": the commas were lost
  for (std::size_t at = begin == before.end ? before.last + 1 : begin; at <= after.begin; ++at) {
    if ((passage[at].gap & (gap::kStop | gap::kHyphen | gap::kQuote)) != 0) return false;
    separated = separated || (passage[at].gap & (gap::kComma | gap::kDash | gap::kBracket)) != 0;
    if (at == after.begin) break;
    if (!is_between(passage[at])) return false;
    separated = separated || passage[at].is(kJoiner);
  }
  return separated;
}

}  // namespace

std::vector<NameList> find_lists(const Passage& passage, const std::vector<NameMatch>& matches) {
  std::vector<NameList> lists;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const bool goes_on = !lists.empty() && lists.back().end == i && are_listed(passage, matches[i - 1], matches[i]);
    if (goes_on)
      ++lists.back().end;
    else
      lists.push_back({i, i + 1});
  }
  return lists;
}

}  // namespace council_news
