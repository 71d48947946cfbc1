#include "indexer/enrich/councils/authority_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace council_news {
namespace {

using namespace word_class;

/// Maximum words between "the" and its noun: "the Liberal Democrat-run borough council".
constexpr std::size_t kReach = 5;

/// Pairs of words that together are about local authorities.
constexpr std::array<std::pair<std::string_view, std::string_view>, 17> kPhrases{{{"town", "hall"},
                                                                                  {"county", "hall"},
                                                                                  {"city", "hall"},
                                                                                  {"civic", "centre"},
                                                                                  {"overall", "control"},
                                                                                  {"local", "government"},
                                                                                  {"social", "services"},
                                                                                  {"social", "workers"},
                                                                                  {"childrens", "services"},
                                                                                  {"peer", "challenge"},
                                                                                  {"peer", "review"},
                                                                                  {"audit", "commission"},
                                                                                  {"best", "value"},
                                                                                  {"section", "114"},
                                                                                  {"section", "114s"},
                                                                                  {"section", "151"},
                                                                                  {"standards", "board"}}};

bool is_determiner(std::string_view word) {
  return word == "the" || word == "its" || word == "this" || word == "their" || word == "our" || word == "whose";
}

/// Kinds of place that are also kinds of authority. A town may have any kind.
constexpr std::array<std::string_view, 4> kKinds{"city", "borough", "county", "district"};

/// The value of a kNumber word; 0 for others.
std::size_t number_of(std::string_view word) {
  constexpr std::array<std::string_view, 11> kNumbers{"",    "",      "two",   "three", "four", "five",
                                                      "six", "seven", "eight", "nine",  "ten"};
  if (word == "both") return 2;
  const auto number = std::find(kNumbers.begin(), kNumbers.end(), word);
  return number == kNumbers.end() ? 0 : static_cast<std::size_t>(number - kNumbers.begin());
}

/// Returns a constant, which outlives the passage.
std::string_view kind_of(const Word& word) {
  const auto kind = std::find(kKinds.begin(), kKinds.end(), word.base);
  return kind == kKinds.end() ? std::string_view{} : *kind;
}

/// The classes that the reader uses; most words have none.
constexpr WordClasses kRead = kSport | kAffairs | kCivic | kCouncil | kCouncils | kMember | kAuthorities | kAuthority |
                              kOffice | kPlaceKind | kPhraseEnd;

class Reader {
 public:
  Reader(const Passage& passage, const std::vector<NameMatch>& matches) : passage_(passage), matches_(matches) {}

  AuthorityWords run() {
    found_.civic.assign(passage_.sentences(), false);
    for (std::size_t at = 0; at < passage_.size(); ++at) {
      while (next_match_ < matches_.size() && matches_[next_match_].end <= at) ++next_match_;
      read(at);
    }
    return std::move(found_);
  }

 private:
  const NameMatch* match_of(std::size_t at) const {
    if (next_match_ < matches_.size() && matches_[next_match_].begin <= at) return &matches_[next_match_];
    return nullptr;
  }

  void read(std::size_t at) {
    const NameMatch* match = match_of(at);
    if (match != nullptr)
      read_in_name(at, *match);
    else if (passage_[at].is(kRead))
      read_word(at);
  }

  void read_in_name(std::size_t at, const NameMatch& match) {
    const Word& word = passage_[at];
    if (word.is(kCivic | kCouncil | kCouncils | kMember)) {
      if (match.form == NameForm::headed && word.is(kCouncil) && at + 1 == match.end && match.is_area())
        read_within(match);
      else if (match.form == NameForm::designated || match.form == NameForm::headed)
        mark(at);
      else if (word.is(kCouncil))
        found_.other_council = true;
    } else if (at + 1 == match.end && is_area(*match.name->owners.front().council)) {
      read_within(match);
    }
  }

  void read_word(std::size_t at) {
    const Word& word = passage_[at];
    if (word.is(kSport)) ++found_.sport;
    if (word.is(kAffairs)) ++found_.affairs;
    if (word.is(kCivic | kCouncil | kCouncils | kMember)) {
      if (is_other_council(at)) return;
      mark(at);
    }
    if (word.is(kAuthorities | kCouncils) && at > 0 && refers_to_several(at)) {
      mark(at);
      found_.references.push_back({{}, number_of(passage_[at - 1].term)});
    } else if (word.is(kAuthority) && at > 0 && !after_other_authority(at) && refers(at)) {
      mark(at);
      refer(at);
    } else if (word.is(kCouncil) &&
               (refers(at) || (passage_[at + 1].is(kOffice) && passage_[at + 1].term != "leaders"))) {
      refer(at);
    } else if (word.is(kMember) && !word.capital) {
      found_.references.push_back({});
    } else if (word.is(kPlaceKind)) {
      read_kind(at);
    } else if (word.is(kOffice) && is_leader_by_name(at)) {
      mark(at);
      found_.references.push_back({});
    } else if (word.is(kOffice) && is_its_leader(at)) {
      found_.references.push_back({"its"});
    } else if (word.is(kPhraseEnd) && at > 0 && std::any_of(kPhrases.begin(), kPhrases.end(), [&](const auto& phrase) {
                 return phrase.second == word.term && phrase.first == passage_[at - 1].term;
               })) {
      mark(at);
    }
  }

  /// "the three councils", "both authorities", "their councils".
  bool refers_to_several(std::size_t at) const {
    const Word& before = passage_[at - 1];
    return passage_.joins(at) &&
           ((before.is(kNumber) && (refers(at) || before.term == "both")) || before.term == "their");
  }

  /// "Leader Tony Ball said": only leaders of authorities are introduced this way.
  bool is_leader_by_name(std::size_t at) const {
    return passage_[at].term == "leader" && passage_[at].first && !passage_.title_case() && passage_.joins(at + 1) &&
           passage_.joins(at + 2) && passage_[at + 1].capital && passage_[at + 2].capital;
  }

  /// "its Conservative leader".
  bool is_its_leader(std::size_t at) const {
    const std::string_view office = passage_[at].term;
    if (office != "leader" && office != "mayor" && office != "cabinet" && office != "chief") return false;
    for (std::size_t back = 1; back < 4 && back <= at; ++back)
      if (passage_[at - back].term == "its") return refers(at);
    return false;
  }

  /// "the Kent authority", "the Berkshire unitary", "the three Greater Manchester authorities": refers to one within
  /// the area.
  void read_within(const NameMatch& area) {
    const Word& last = passage_[area.end - 1];
    const Word& noun = area.end > area.last + 1 ? last : passage_[area.end];
    const bool one = noun.is(kAuthority | kAuthorities) || noun.term == "district" || noun.term == "borough" ||
                     (noun.is(kCouncil) && area.form == NameForm::headed);
    if (!one || passage_[area.last].possessive || !refers(area.begin)) return;
    mark(area.last);
    found_.references.push_back({});
  }

  void mark(std::size_t at) { found_.mark(passage_[at].sentence); }

  /// "Arts Council", "youth council", "parish councillors", "Sport England council".
  bool is_other_council(std::size_t at) {
    const Word& word = passage_[at];
    if (at == 0 || !passage_.joins(at) || !word.is(kCouncil | kCouncils | kMember)) return false;
    const Word& before = passage_[at - 1];
    if (word.is(kCouncil) && word.capital && passage_[at + 1].term == "of") return found_.other_council = true;
    bool other = before.is(kLowerCouncil) && !before.is(kDesignator);
    other = other || (word.is(kCouncil) && before.possessive && before.is(kOtherBody));
    other = other || (word.is(kCouncil | kCouncils) && before.capital && !before.first && !passage_.title_case() &&
                      !before.is(kDesignator | kParty | kRun | kStarter | kMember | kCompass) && !ends_match(at));
    if (other && !word.is(kCouncils)) found_.other_council = true;
    return other;
  }

  bool ends_match(std::size_t at) const {
    return next_match_ > 0 && matches_[next_match_ - 1].end == at && matches_[next_match_ - 1].form != NameForm::other;
  }

  bool after_other_authority(std::size_t at) const {
    return passage_.joins(at) && passage_[at - 1].is(kOtherAuthority | kOtherBody);
  }

  /// Whether "the" precedes it, with only its kind and who runs it between.
  bool refers(std::size_t at) const {
    if (passage_[at].is(kCouncil) && passage_.joins(at) && passage_[at - 1].is(kPlaceKind) && !passage_[at - 1].capital)
      return true;  // headlines omit "the": "takes over from city council"
    for (std::size_t back = 1; back <= kReach && back <= at; ++back) {
      const Word& word = passage_[at - back];
      if ((passage_[at - back + 1].gap & ~gap::kHyphen) != 0) return false;
      if (is_determiner(word.term)) return true;
      if (!word.is(kDesignator | kParty | kRun | kService | kNumber) && word.term != "local" && word.term != "hung")
        return false;
    }
    return false;
  }

  void refer(std::size_t at) {
    const bool kind = at > 0 && passage_.joins(at) && passage_[at - 1].is(kPlaceKind);
    found_.references.push_back({kind ? kind_of(passage_[at - 1]) : std::string_view{}});
  }

  /// "the city's leader", "the borough said", "the Tory-run borough".
  void read_kind(std::size_t at) {
    if (!refers(at)) return;
    const Word& word = passage_[at];
    bool acts = passage_[at - 1].is(kRun) || (passage_.joins(at + 1) && passage_[at + 1].is(kVerb | kCopula));
    for (std::size_t next = at + 1; word.possessive && next < at + 4 && passage_.joins(next); ++next)
      acts = acts || passage_[next].is(kOffice | kMember | kParty | kCouncil);
    if (!acts && !is_agent(at)) return;
    mark(at);
    found_.references.push_back({kind_of(word)});
  }

  /// "agreed with the borough", "run by the county", "who leads the city".
  bool is_agent(std::size_t at) const {
    if (at > 1 && passage_.joins(at) && passage_.joins(at - 1) && passage_[at - 1].term == "the" &&
        passage_[at - 2].is(kLeads) && !passage_[at].possessive)
      return true;
    if (at < 3 || !passage_.joins(at) || !passage_.joins(at - 1) || passage_[at - 1].term != "the") return false;
    if (passage_.joins(at + 1) && !passage_[at + 1].is(kPreposition | kJoiner | kStarter)) return false;
    const Word& preposition = passage_[at - 2];
    const Word& verb = passage_[at - 3];
    return (preposition.term == "by" || preposition.term == "with") && !passage_[at].possessive &&
           (verb.term.ends_with("ed") || verb.is(kRun | kVerb));
  }

  const Passage& passage_;
  const std::vector<NameMatch>& matches_;
  std::size_t next_match_ = 0;
  AuthorityWords found_;
};

}  // namespace

AuthorityWords read_authority_words(const Passage& passage, const std::vector<NameMatch>& matches) {
  return Reader(passage, matches).run();
}

}  // namespace council_news
