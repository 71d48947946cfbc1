#include "indexer/enrich/councils/name_evidence.h"

#include <algorithm>

#include "indexer/enrich/councils/name_acts.h"
#include "indexer/enrich/councils/name_elections.h"
#include "indexer/enrich/councils/passing_mentions.h"

namespace council_news {
namespace {

using namespace word_class;

/// Minimum names of a list of authorities in a sentence about them.
constexpr std::size_t kListSize = 3;
/// Minimum names of such a list in any sentence.
constexpr std::size_t kLongList = 4;
/// Maximum distance of an office before a name: "director of social services at Hackney".
constexpr std::size_t kOfficeReach = 6;
/// How far after: "Kent's highly regarded finance chief".
constexpr std::size_t kOfficeReachAfter = 4;
/// Maximum distance before a name of the verb for a change of office: "is to join from".
constexpr std::size_t kMoveReach = 3;
/// Maximum distance of a list's head: "boroughs such as".
constexpr std::size_t kHeadReach = 5;

bool blank_or_hyphen(const Passage& passage, std::size_t at) {
  return at < passage.size() && (passage[at].gap & ~gap::kHyphen) == 0;
}

/// One list in its sentence.
class ListReader {
 public:
  ListReader(const Passage& passage, const std::vector<NameMatch>& matches, NameList list, const AuthorityWords& words)
      : passage_(passage),
        matches_(matches),
        list_(list),
        begin_(matches[list.first].begin),
        end_(matches[list.end - 1].end) {
    civic_ = words.civic[passage[begin_].sentence] || words.civic[passage[end_ - 1].sentence];
    passage_civic_ = words.any_civic;
    goes_on_ = words.goes_on(passage[begin_].sentence);
    words_elections_ = words.elections;
    words_parliament_ = words.parliament;
  }

  std::vector<NameReading> run(bool in_list_context) {
    const std::size_t size = list_.end - list_.first;
    const auto in_use = static_cast<std::size_t>(
        std::count_if(matches_.begin() + first(), matches_.begin() + last(),
                      [](const NameMatch& match) { return match.lifetime != Lifetime::other; }));
    head_ = in_list_context || has_head() || is_those_in();
    office_ = !head_ && (office_before() || office_after() || is_move() || is_person_at());
    in_ = is_in() || (!passage_civic_ && passage_.joins(begin_) && passage_[begin_ - 1].term == "between");
    contested_ = words_elections_ && !(in_ && is_area_alone()) && is_contested(passage_, begin_, end_);
    elected_only_ = words_elections_ && !contested_ && is_certain() && is_of_contest(passage_, begin_);
    contested_ = contested_ || elected_only_;
    civic_office_ = civic_office_ || contested_;
    won_ = !words_parliament_ && is_won(passage_, begin_);
    acts_ = acts() || won_;
    decides_ = acts_ && is_decision(passage_, end_);
    std::size_t verb_at = end_;
    while (verb_at < end_ + 4 && passage_[verb_at].is(kMeanwhile)) ++verb_at;
    const std::string_view verb = passage_[verb_at].term;
    acts_clearly_ =
        acts_ && (passage_[end_].is(kCopula)
                      ? verb == "has" || verb == "have" || (civic_ && is_area_alone() && passage_[verb_at].is(kModal))
                      : verb != "to");
    const bool listed =
        in_ ? civic_ && in_use >= kLongList : in_use >= (goes_on_ || passage_civic_ ? kListSize : kLongList);
    const bool has_council = std::any_of(matches_.begin() + first(), matches_.begin() + last(), [](const auto& match) {
      return match.form == NameForm::designated || match.form == NameForm::headed;
    });
    std::vector<NameReading> readings;
    for (std::size_t i = list_.first; i < list_.end; ++i) {
      NameReading reading;
      reading.evidence = evidence_of(i, listed, has_council && size > 1);
      reading.passing = is_passing(matches_[i]) || (elected_only_ && reading.evidence == NameEvidence::bare);
      reading.doubtful = is_doubtful(matches_[i]);
      reading.origin = is_local(matches_[i]);
      reading.location = in_;
      reading.service = in_ && is_served();
      reading.acts = acts_ && matches_[i].form != NameForm::headed;  // "Kent districts reject"
      reading.civic = head_ || ((office_ || contested_) && civic_office_) || (decides_ && matches_[i].owner->safe);
      readings.push_back(reading);
    }
    // "Reading and Wokingham": a certain council makes its partners councils.
    const bool any_bare = std::any_of(readings.begin(), readings.end(),
                                      [](const NameReading& one) { return one.evidence == NameEvidence::bare; });
    for (std::size_t i = 0; any_bare && !in_ && i < size; ++i) {
      if (matches_[list_.first + i].lifetime != Lifetime::other)
        readings[i].evidence = std::max(readings[i].evidence, NameEvidence::bare);
    }
    return readings;
  }

 private:
  std::ptrdiff_t first() const { return static_cast<std::ptrdiff_t>(list_.first); }
  std::ptrdiff_t last() const { return static_cast<std::ptrdiff_t>(list_.end); }

  NameEvidence evidence_of(std::size_t index, bool listed, bool has_council) const {
    const NameMatch& match = matches_[index];
    const bool area = match.is_area();
    if (match.form == NameForm::designated) return NameEvidence::council;
    if (const NameEvidence headed = headed_evidence(index); headed != NameEvidence::place) return headed;
    if (match.lifetime == Lifetime::other || match.form == NameForm::headed) return NameEvidence::place;
    if (area && passage_[match.end].is(kAuthority)) return NameEvidence::place;  // "the Kent authority Medway Council"
    if (match.trailing && !office_ && !has_council && !listed) return NameEvidence::place;
    if (head_ && !(in_ && area)) return NameEvidence::office;
    if (office_ && !(in_ && area)) return NameEvidence::office;
    if (index + 1 < matches_.size() && passage_[match.last].possessive && matches_[index + 1].begin == match.end)
      return NameEvidence::place;  // "Kent's Shepway DC"
    if ((has_council && !in_) || listed) return NameEvidence::office;
    if (match.lifetime == Lifetime::maybe) return NameEvidence::place;
    if (contested_ || won_) return NameEvidence::bare;
    if (area && is_area_of_another()) return NameEvidence::place;
    const bool subject = passage_[begin_].first && passage_[end_].gap == 0;
    // "Sutton and Kingston are to share"
    const bool sure = match.owner->safe || (acts_ && subject && list_.end - list_.first > 1);
    const bool is_topic = goes_on_ || (passage_civic_ && subject && passage_[end_].is(kCopula));
    if (sure ? acts_ || (is_topic && !in_ && !is_local(match)) : acts_clearly_ && goes_on_ && !is_doubtful(match))
      return NameEvidence::bare;
    return NameEvidence::place;
  }

  /// A plural council word applies to the names before it, back to the previous one that has its own: "Salford and Bury
  /// city councils". After an area alone, "Kent councils", it applies to those within.
  NameEvidence headed_evidence(std::size_t index) const {
    for (std::size_t i = index; i < list_.end; ++i) {
      if (matches_[i].form == NameForm::designated && i > index) {
        // "the former Easington and Wear Valley district councils"
        const bool both_ended = matches_[i].lifetime == Lifetime::other && matches_[index].lifetime == Lifetime::other;
        return both_ended ? NameEvidence::council : NameEvidence::place;
      }
      if (matches_[i].form != NameForm::headed) continue;
      const bool several = index < i || (index > list_.first && matches_[index - 1].form != NameForm::headed);
      if (several) return NameEvidence::council;
      return NameEvidence::place;
    }
    return NameEvidence::place;
  }

  bool is_doubtful(const NameMatch& match) const {
    return passage_[match.first].first && passage_[match.first].is(kCommonWord) && list_.end - list_.first == 1;
  }

  /// "the Kent authority", "the Hampshire district": as likely as not another one within.
  bool is_area_of_another() const {
    return passage_[end_].is(kAuthority | kAuthorities | kMemberOfParliament) || passage_[end_].term == "district" ||
           passage_[end_].term == "borough";
  }

  bool is_in() const {
    std::size_t at = begin_;
    if (passage_.joins(at) && passage_[at - 1].term == "the") --at;
    // "London Road, Leicester"
    if (at > 0 && passage_[at].gap == gap::kComma && passage_[at - 1].capital && passage_[at - 1].is(kOtherName))
      return true;
    if (!passage_.joins(at)) return false;
    const Word& before = passage_[at - 1];
    if (before.term == "of" && at > 1) {  // "Jane Smith, of Wigan", "the people of Leeds"
      const Word& whose = passage_[at - 2];
      const bool somebody = whose.capital && whose.classes.empty();
      return (before.gap & (gap::kComma | gap::kQuote)) != 0 || somebody || whose.is(kLocalThing | kCompass | kKind);
    }
    return before.is(kLocative) || (before.is(kCompass | kOtherPlace) && !before.capital);
  }

  /// "runs schools in Islington", "the vote in Glasgow".
  bool is_served() const {
    return begin_ > 1 && passage_.joins(begin_) && passage_.joins(begin_ - 1) && passage_[begin_ - 1].term == "in" &&
           passage_[begin_ - 2].is(kAffairs | kService | kElection) && !passage_[begin_ - 2].capital;
  }

  /// "judged services in Kent to be good and those in Surrey and Essex to be fair".
  bool is_those_in() const {
    if (!goes_on_ || begin_ < 2 || !passage_.joins(begin_) || !passage_.joins(begin_ - 1)) return false;
    const std::string_view in = passage_[begin_ - 1].term;
    return passage_[begin_ - 2].term == "those" && (in == "in" || in == "at" || in == "from" || in == "of");
  }

  /// "she joins from Wigan", "the treasurer is moving to Leeds".
  bool is_move() const {
    if (!goes_on_ && !sentence_has(kOffice)) return false;
    if (!passage_.joins(begin_)) return false;
    const std::string_view preposition = passage_[begin_ - 1].term;
    if (preposition != "from" && preposition != "to" && preposition != "for") return false;
    for (std::size_t back = 2; back < 2 + kMoveReach && back <= begin_ && passage_.joins(begin_ - back + 1); ++back)
      if (passage_[begin_ - back].is(kMoves)) return true;
    return false;
  }

  /// "Don Phillips at Walsall": a person's affiliation in a sentence about authorities.
  bool is_person_at() const {
    if (!civic_ || begin_ < 3 || !passage_.joins(begin_) || passage_[begin_ - 1].term != "at") return false;
    const Word& surname = passage_[begin_ - 2];
    const Word& first_name = passage_[begin_ - 3];
    return passage_.joins(begin_ - 1) && passage_.joins(begin_ - 2) && surname.capital && surname.classes.empty() &&
           first_name.capital && (first_name.classes.empty() || first_name.is(kFirstName | kTitle));
  }

  /// The origin of someone or something: "Leeds man", "Swindon company", "Exeter's Northcott", "Leeds-based".
  bool is_local(const NameMatch& match) const {
    if (passage_[match.last].possessive) return passage_[match.end].capital && !passage_.title_case();
    return blank_or_hyphen(passage_, match.end) && passage_[match.end].is(kLocalThing);
  }

  /// "councillors in", "leader of", "director of finance at", "Labour-run", "(Lab,".
  bool office_before() {
    if (begin_ == 0) return false;
    if (in_party_brackets() || in_brackets_after_person()) return true;
    if (passage_[matches_[list_.end - 1].last].possessive) return false;  // "chairman of Leeds's rotary club"
    if (!blank_or_hyphen(passage_, begin_)) return false;
    std::size_t at = begin_ - 1;
    if (passage_[at].is(kLeads)) return true;
    // "Labour-held Bury", but not "Labour held Bury".
    const bool run = passage_[at].is(kRun) && (passage_[at].term != "held" || (passage_[at].gap & gap::kHyphen) != 0);
    if (run && at > 0 && passage_[at - 1].is(kParty)) return civic_office_ = true;
    if (passage_[at].is(kParty) && passage_[at].capital && !passage_[at].possessive)
      return !passage_[end_].is(kMemberOfParliament);
    if (passage_[at].term == "the" && at > 0 && passage_.joins(at)) --at;
    if (!passage_[at].is(kPreposition) || !passage_.joins(at)) return false;
    const Word& noun = passage_[at - 1];
    if (is_authority(at - 1)) {
      civic_office_ = noun.is(kCivic) || noun.term == "control" || noun.term == "workers";
      return true;
    }
    if (noun.is(kLocalThing) || noun.is(kMemberOfParliament)) return false;
    for (std::size_t back = 2; back < kOfficeReach && back < at && passage_.joins(at - back + 1); ++back) {
      const Word& office = passage_[at - back];
      const Word& of = passage_[at - back + 1];
      if (office.is(kOffice | kMember) && (of.term == "of" || of.term == "for")) return true;
      if (office.is(kVerb | kCopula)) return false;
    }
    return false;
  }

  bool is_authority(std::size_t at) const {
    const Word& word = passage_[at];
    if (at > 0 && passage_.joins(at) && passage_[at - 1].is(kLowerCouncil | kOtherAuthority | kOtherBody)) return false;
    if (word.term == "workers") return passage_[at - 1].term == "social" || passage_[at - 1].is(kCouncil);
    return word.is(kOffice | kMember | kCouncils | kAuthorities | kAuthority | kCouncil);
  }

  /// "Councillor Ian Stewart (Lab, Ealing)", but not a member of Parliament.
  bool in_party_brackets() const {
    if (begin_ == 0 || !passage_[begin_ - 1].is(kParty) || (passage_[begin_].gap & gap::kComma) == 0) return false;
    std::size_t at = begin_ - 1;
    if (passage_[at - 1].is(kParty)) --at;
    if ((passage_[at].gap & gap::kBracket) == 0) return false;
    for (std::size_t back = 1; back <= kOfficeReach && back <= at; ++back)
      if (passage_[at - back].is(kMemberOfParliament)) return false;
    return true;
  }

  /// "leaders who spoke were Mark Harris (Leeds), Robert Light (Kirklees)".
  bool in_brackets_after_person() const {
    const bool brackets = (passage_[begin_].gap & gap::kBracket) != 0 && (passage_[end_].gap & gap::kBracket) != 0;
    if (!brackets || begin_ < 2 || end_ >= passage_.size() || !passage_[begin_ - 1].capital) return false;
    if (!passage_[begin_ - 2].capital || !passage_.joins(begin_ - 1)) return false;
    return goes_on_ || sentence_has(kOffice);
  }

  bool sentence_has(WordClasses classes) const {
    std::size_t at = begin_;
    while (at > 0 && passage_[at - 1].sentence == passage_[begin_].sentence) --at;
    for (; at < passage_.size() && passage_[at].sentence == passage_[begin_].sentence; ++at)
      if (passage_[at].is(classes)) return true;
    return false;
  }

  /// "Lambeth housing chief", "Croydon's executive mayor", "Cornwall's ruling Lib Dems".
  bool office_after() {
    const NameMatch& match = matches_[list_.end - 1];
    const bool possessive = passage_[match.last].possessive;
    bool service = false;
    for (std::size_t at = end_; at < end_ + kOfficeReachAfter && blank_or_hyphen(passage_, at); ++at) {
      const Word& word = passage_[at];
      if (word.is(kOtherBody | kMemberOfParliament)) return false;
      if (word.is(kCouncil) && passage_[at + 1].term == "tax") return !match.is_area() && !passage_[match.first].first;
      if (word.is(kAuthority)) return !match.is_area() || possessive;
      if (word.is(kOffice | kMember | kCouncil) || (service && word.is(kStaff))) {
        civic_office_ = service || word.is(kCivic);
        return true;
      }
      if (word.is(kParty) && word.capital) return true;
      service = service || word.is(kService);
      if (word.is(kVerb | kCopula | kPreposition | kJoiner | kStarter)) return false;
      if (!possessive && !word.is(kService | kDesignator)) return false;
      if (possessive && word.capital && !passage_.title_case() && !word.is(kService)) return false;
    }
    return false;
  }

  /// "the boroughs of", "authorities including", "councils are:".
  bool has_head() const {
    bool colon = false;
    for (std::size_t back = 1; back <= kHeadReach && back <= begin_; ++back) {
      const Word& word = passage_[begin_ - back];
      const Gap between = passage_[begin_ - back + 1].gap;
      if ((between & (gap::kStop | gap::kBracket)) != 0) return false;
      colon = colon || (between & (gap::kColon | gap::kDash)) != 0;
      if (word.is(kCouncils | kAuthorities) || (word.is(kAbbreviations) && word.capitals)) {
        return is_authority(begin_ - back) && (back > 1 || colon || (passage_[begin_].gap & gap::kComma) != 0);
      }
      if (!word.is(kListHead | kCopula) && !(colon && word.is(kVerb))) return false;
    }
    return false;
  }

  /// The names do something that authorities do, or are the topic: "Kirklees said", "Leeds to cut", "Slough:".
  bool acts() const {
    const Word& next = passage_[end_];
    if (end_ >= passage_.size()) return false;
    if (in_) return (next.gap & gap::kComma) != 0 && next.term == "we" && passage_[begin_ - 1].first;
    if (is_example(passage_, end_)) return true;
    if (begin_ == 0 && ((next.gap & gap::kColon) != 0 || is_run_in_heading(passage_, end_))) return true;
    if (passage_[matches_[list_.end - 1].last].possessive)
      return (civic_ || (goes_on_ && next.is(kCopula))) && !next.capital;
    if (next.gap == gap::kComma) return acts_meanwhile(passage_, end_);
    if (next.gap != 0) return false;
    if (next.term == "to") return passage_[begin_].first;
    if (next.term == "in") return acts_within(passage_, end_);
    return is_act(passage_, end_);
  }

  bool is_certain() const {
    return std::all_of(matches_.begin() + first(), matches_.begin() + last(),
                       [&](const NameMatch& match) { return match.owner->safe && !is_local(match); });
  }

  /// A county by itself: "Cumbria will be carved in two".
  bool is_area_alone() const {
    const Council& council = *matches_[list_.first].owner->council;
    return list_.end == list_.first + 1 && (is_area(council) || council.county == council.name);
  }

  /// Whether it is a passing mention.
  bool is_passing(const NameMatch& match) const {
    if (is_move() && passage_[begin_ - 1].term == "from") return true;
    if (is_of_areas(passage_, begin_) || is_person_at()) return true;
    if (in_party_brackets() || in_brackets_after_person() || is_passing_before(passage_, match.begin)) return true;
    return (!in_ && is_denied(passage_, end_)) || has_already(passage_, end_);
  }

  const Passage& passage_;
  const std::vector<NameMatch>& matches_;
  const NameList list_;
  const std::size_t begin_;
  const std::size_t end_;
  bool civic_ = false;
  bool passage_civic_ = false;
  bool words_elections_ = false;
  bool words_parliament_ = false;
  bool contested_ = false;
  bool won_ = false;
  bool elected_only_ = false;
  bool goes_on_ = false;
  bool head_ = false;
  bool office_ = false;
  bool in_ = false;
  bool civic_office_ = false;
  bool acts_ = false;
  bool acts_clearly_ = false;
  bool decides_ = false;
};

}  // namespace

std::vector<NameReading> read_list(const Passage& passage, const std::vector<NameMatch>& matches, NameList list,
                                   const AuthorityWords& words, bool in_list_context) {
  return ListReader(passage, matches, list, words).run(in_list_context);
}

}  // namespace council_news
