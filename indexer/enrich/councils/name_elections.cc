#include "indexer/enrich/councils/name_elections.h"

#include <algorithm>

namespace council_news {
namespace {

using namespace word_class;

/// Maximum distance of a party before its verb: "Labour has narrowly held".
constexpr std::size_t kPartyReach = 5;
/// Maximum distance before a name of the word for what was elected: "ward by-election in", "seats at".
constexpr std::size_t kElectionReach = 4;
/// This many wins and losses of parties make an election report.
constexpr int kWonEnough = 2;
/// Maximum words of a heading: "Clayton and Openshaw, Manchester".
constexpr std::size_t kHeadingWords = 8;

bool is_local(const Word& word) {
  return word.is(kCouncil | kDesignator) || word.term == "local" || word.term == "mayoral" || word.term == "municipal";
}

/// "local elections", "council by-election", "borough polls", "council seats".
bool is_local_election(const Passage& passage, std::size_t at) {
  const Word& word = passage[at];
  if (!word.is(kElection) || !passage.joins(at)) {
    const bool by_election = word.is(kElection) && at > 0 && passage[at - 1].term == "by";
    return by_election && at > 1 && passage.joins(at - 1) && is_local(passage[at - 2]);
  }
  return is_local(passage[at - 1]) && word.term != "vote" && word.term != "votes" && word.term != "result";
}

/// Whether a party precedes the word, a verb for its result.
bool has_party_before(const Passage& passage, std::size_t at) {
  for (std::size_t back = 1; back <= kPartyReach && back <= at; ++back) {
    if (passage[at - back].sentence != passage[at].sentence) return false;
    if (passage[at - back].is(kParty)) return true;
  }
  return false;
}

/// The first of the verbs for a party's result right before the word `begin`; `begin` if there are none.
std::size_t party_act(const Passage& passage, std::size_t begin) {
  std::size_t verb = begin;
  while (verb > 0 && passage.joins(verb) && passage[verb - 1].is(kWins)) --verb;
  return verb < begin && has_party_before(passage, verb) ? verb : begin;
}

/// "Labour takes control", "the Tories have lost control".
bool is_taken(const Passage& passage, std::size_t at) {
  return passage[at].term == "control" && passage.joins(at) && passage[at - 1].is(kWins) && party_act(passage, at) < at;
}

/// Not a sentence: "Millfield, Blaby".
bool is_heading(const Passage& passage) {
  if (passage.size() > kHeadingWords || passage.text().ends_with('.')) return false;
  return std::all_of(passage.words().begin(), passage.words().end(),
                     [](const Word& word) { return word.capital || word.is(kNameParticle | kElection); });
}

}  // namespace

ElectionTalk& ElectionTalk::operator+=(const ElectionTalk& other) {
  local += other.local;
  by_elections += other.by_elections;
  won += other.won;
  parliament += other.parliament;
  return *this;
}

bool ElectionTalk::is_of_councils() const {
  return local > 0 || (parliament == 0 && (by_elections > 0 || won >= kWonEnough));
}

ElectionTalk read_elections(const Passage& passage) {
  ElectionTalk talk;
  for (std::size_t at = 0; at < passage.size(); ++at) {
    const Word& word = passage[at];
    if (word.is(kMemberOfParliament) || word.term == "parliamentary") ++talk.parliament;
    if (word.is(kWins) && has_party_before(passage, at)) ++talk.won;
    if (word.term == "control" && (is_taken(passage, at) || (at > 0 && passage[at - 1].term == "overall")))
      ++talk.local;
    if (!word.is(kElection)) continue;
    if (word.term == "elections") ++talk.won;
    if (word.term == "majority" && is_of_contest(passage, at)) ++talk.won;
    if (at > 0 && passage[at - 1].term == "general") ++talk.parliament;
    if (is_local_election(passage, at)) ++talk.local;
    if ((at > 0 && passage[at - 1].term == "by") || word.term.starts_with("byelection")) ++talk.by_elections;
  }
  return talk;
}

bool is_won(const Passage& passage, std::size_t begin) {
  const std::size_t verb = party_act(passage, begin);
  return verb < begin && passage[verb - 1].term != "to";  // "hopes to hold"
}

bool is_contested(const Passage& passage, std::size_t begin, std::size_t end) {
  if (is_won(passage, begin)) return true;
  const bool brackets = passage.has_before(end, '(');
  if (brackets && (begin == 0 || passage.joins(begin))) return true;
  if (passage[end].gap == 0 && end < passage.size() && passage[end].is(kGoes)) return true;
  if (begin == 0 && (passage[end].gap & gap::kColon) != 0 && passage[end].is(kParty | kElection)) return true;
  if (begin > 0 && end == passage.size() && (passage[begin].gap & (gap::kComma | gap::kDash)) != 0 &&
      is_heading(passage))
    return true;
  if (!passage.joins(begin)) return false;
  const Word& before = passage[begin - 1];
  if (!before.is(kPreposition)) return false;
  for (std::size_t back = 2; back <= 1 + kElectionReach && back <= begin; ++back) {
    const Word& word = passage[begin - back];
    if (word.sentence != passage[begin].sentence) return false;
    if (word.is(kElection | kWins)) return true;
  }
  return false;
}

bool is_of_contest(const Passage& passage, std::size_t at) {
  while (at > 0 && passage[at - 1].sentence == passage[at].sentence) --at;
  bool party = false;
  bool contest = false;
  for (const std::uint32_t sentence = passage[at].sentence; at < passage.size() && passage[at].sentence == sentence;
       ++at) {
    party = party || passage[at].is(kParty);
    contest = contest || passage[at].is(kElection | kWins | kGoes);
  }
  return party && contest;
}

}  // namespace council_news
