#include "indexer/enrich/councils/passing_mentions.h"

namespace council_news {
namespace {

using namespace word_class;

/// Maximum distance before a name of the word that makes it a passing mention.
constexpr std::size_t kPassingReach = 6;
/// Maximum distance of "already" after a list.
constexpr std::size_t kAlreadyReach = 4;

/// "Its chairman is leader of Kent", "had been chief executive of", "was at Merton": a description of a person.
bool is_description(const Passage& passage, std::size_t was) {
  if (passage[was + 1].term == "at") return true;
  for (std::size_t at = was + 1; at < was + 4 && passage.joins(at); ++at) {
    if (passage[at].is(kOffice)) return true;
    if (!passage[at].is(kService) && passage[at].term != "a" && passage[at].term != "the") return false;
  }
  return false;
}

}  // namespace

bool is_of_areas(const Passage& passage, std::size_t begin) {
  if (begin < 2 || !passage.joins(begin) || !passage[begin - 1].is(kListHead)) return false;
  const std::size_t noun = passage[begin - 1].term == "as" && begin > 2 ? begin - 3 : begin - 2;
  const std::string_view word = passage[noun].term;
  return word == "area" || word == "areas" || word == "places" || word == "towns" || word == "cities";
}

bool is_passing_before(const Passage& passage, std::size_t begin) {
  for (std::size_t back = 1; back <= kPassingReach && back <= begin; ++back) {
    const std::size_t at = begin - back;
    const Word& word = passage[at];
    const Gap after = passage[at + 1].gap;
    if (word.sentence != passage[begin].sentence) return false;
    if (word.is(kPassing)) return true;
    if (word.term == "is" || word.term == "was" || word.term == "been") return is_description(passage, at);
    if ((after & (gap::kColon | gap::kDash)) != 0 || (back > 1 && (after & gap::kComma) != 0)) return false;
  }
  return false;
}

bool is_denied(const Passage& passage, std::size_t end) {
  const Word& verb = passage[end];
  const Word& denial = passage[end + 1];
  // "would not" is a plan, and therefore news.
  const bool denies = (verb.is(kCopula) && !verb.is(kModal)) || verb.term == "did";
  const std::string_view what = passage[end + 2].term;
  return denies &&
         (denial.term == "not" || (denial.term == "no" && (what == "plans" || what == "plan" || what == "intention")));
}

bool has_already(const Passage& passage, std::size_t end) {
  for (std::size_t at = end; at < end + kAlreadyReach && at < passage.size(); ++at) {
    if ((passage[at].gap & ~gap::kHyphen) != 0) return false;
    if (passage[at].term == "already") return true;
  }
  return false;
}

}  // namespace council_news
