#include "indexer/enrich/councils/name_match.h"

#include <array>
#include <optional>

#include "common/text/utf8.h"

namespace council_news {
namespace {

using namespace word_class;

/// The council words after a name: their extent and the kind that they give.
struct Designation {
  enum class Kind { none, council, councils, leaders, other } kind = Kind::none;
  std::size_t end;  ///< one past the last word
  std::array<std::string_view, 4> designators{};
  std::size_t count = 0;

  std::span<const std::string_view> words() const { return {designators.data(), count}; }
};

bool joins(const Passage& passage, std::size_t at) {
  return at < passage.size() && (passage[at].gap & ~gap::kHyphen) == 0;
}

bool is_council_noun(const Word& word) { return word.is(kCouncil) || (word.is(kAbbreviation) && word.capitals); }

bool is_plural_noun(const Word& word) {
  return word.is(kCouncils | kAuthorities) || (word.is(kAbbreviations) && word.capital);
}

/// Reads "metropolitan borough council", "CC", "county councils", "Town Council" after the word before `at`.
Designation designation_after(const Passage& passage, std::size_t at) {
  Designation found{Designation::Kind::none, at, {}, 0};
  std::size_t next = at;
  while (next < at + 5 && joins(passage, next)) {
    const Word& word = passage[next];
    const Word& after = passage[next + 1];
    if (is_council_noun(word)) {
      if (after.term == "tax") return found;
      // "West Midlands council leaders" are those of its councils: a council has one leader.
      found.kind = after.term == "leaders" ? Designation::Kind::leaders : Designation::Kind::council;
      found.end = next + 1;
      return found;
    }
    if (is_plural_noun(word)) {
      found.kind = Designation::Kind::councils;
      found.end = next + 1;
      return found;
    }
    const bool lower =
        word.is(kLowerCouncil) && joins(passage, next + 1) && (after.is(kCouncil | kCouncils) || after.is(kMember));
    if (lower && !word.is(kDesignator)) {
      found.kind = Designation::Kind::other;
      found.end = next + 2;
      return found;
    }
    if (word.is(kDesignator) && found.count < found.designators.size()) {
      found.designators[found.count++] = word.term;
      if (word.capital && found.end == next) found.end = next + 1;
    } else if (!(word.term == "and" && after.is(kDesignator) && found.count > 0)) {
      break;
    }
    ++next;
  }
  return found;
}

/// "London Borough of", "City of", "LB", "Cyngor Sir" before the word `first`: their first word.
std::optional<std::size_t> designation_before(const Passage& passage, std::size_t first) {
  if (!passage.joins(first)) return std::nullopt;
  const Word& before = passage[first - 1];
  if (before.is(kCyngor)) return first - 1;
  if (before.capitals && (before.term == "lb" || before.term == "lbs")) return first - 1;
  if (before.term != "of" || first < 2) {
    const bool welsh = before.term == "sir" || before.term == "dinas" || before.term == "sirol";
    for (std::size_t at = first - 1; welsh && at > 0 && first - at < 4; --at)
      if (passage[at - 1].is(kCyngor)) return at - 1;
    return std::nullopt;
  }
  std::size_t begin = first - 2;
  if (passage[begin].term == "lb") return begin;
  if (passage[begin].term == "corporation" && passage[begin].capital) return begin;
  if (passage[begin].term != "borough" || !passage[begin].capital) return std::nullopt;
  while (begin > 0 && passage.joins(begin) && passage[begin - 1].capital &&
         (passage[begin - 1].is(kDesignator) || passage[begin - 1].term == "london"))
    --begin;
  return begin;
}

/// Whether the capitalised word after a name may belong to an authority, "Swindon Tories", rather than to another name.
bool is_authority_word(const Word& word) {
  return word.is(kOffice | kMember | kParty | kCouncil | kCouncils | kAuthorities | kAuthority | kAbbreviation |
                 kAbbreviations | kDesignator | kService | kJoiner);
}

/// "Durham Road", "Essex Live", "Kent Police", "Leeds Crown Court", "Reading West": whether the name continues.
bool goes_on(const Passage& passage, const NameTable& table, std::size_t end) {
  const Word& next = passage[end];
  if ((next.gap & gap::kHyphen) != 0) return !next.is(kRun | kLocalThing | kParty) && next.term != "wide";
  if (!joins(passage, end) || passage[end - 1].possessive) return false;
  if (next.is(kOtherBody | kMemberOfParliament) || (next.is(kOtherName) && next.capital)) return true;
  if (next.is(kOtherAuthority)) {
    for (std::size_t at = end + 1; at < end + 4 && joins(passage, at); ++at) {
      const std::string_view word = passage[at].term;
      if (word == "authority" || word == "service" || word == "brigade" || word == "board" || word == "trust")
        return true;
    }
  }
  if (!next.capital || is_run_in_heading(passage, end)) return false;
  // "Birmingham Children's Trust" is not the council, but its place may stand for it.
  if (next.base == "children" || next.term == "childrens") return false;
  for (std::size_t at = end; at < end + 5 && joins(passage, at); ++at) {
    if (passage[at].is(kOtherBody) || (passage[at].is(kOtherName) && passage[at].capital)) return true;
    if (!passage[at].capital && !passage[at].is(kNameParticle)) break;
    if (is_council_noun(passage[at])) return false;
  }
  // "Stroud Green" is a party only if one of its members follows.
  if (next.term == "green" && !passage[end + 1].is(kOffice | kMember | kParty | kCouncil | kRun)) return true;
  if (next.term == "royal" && passage[end + 1].term != "borough") return true;
  if (next.is(kCompass) && table.longest_at(passage, end) == nullptr) return true;
  return !passage.title_case() && !is_authority_word(next) && table.longest_at(passage, end) == nullptr;
}

/// "Duke Street, Norwich, NR3 1GN": the end of an address.
bool is_address(const Passage& passage, std::size_t end) {
  const Word& code = passage[end];
  const auto digit = [&](std::size_t at) { return at < code.term.size() && is_ascii_digit(code.term[at]); };
  return code.capital && (code.gap & ~gap::kComma) == 0 && code.term.size() <= 4 && (digit(1) || digit(2)) &&
         passage[end + 1].term.size() == 3 && is_ascii_digit(passage[end + 1].term.front());
}

/// "Clark Kent", "Mr Derby", "Kent, 52,": whether it is somebody's surname.
bool is_surname(const Passage& passage, std::size_t first, std::size_t end) {
  const Word& age = passage[end];
  if ((age.gap & gap::kComma) != 0 && age.term.size() == 2 && age.term[0] >= '1' && age.term[0] <= '9' &&
      is_ascii_digit(age.term[1]) && (passage[end + 1].gap & gap::kComma) != 0)
    return true;
  if (!passage.joins(first)) return false;
  const Word& before = passage[first - 1];
  if (!before.capital || before.possessive) return false;
  if (before.is(kTitle | kFirstName)) return true;
  return passage.joins(first - 1) && passage[first - 2].capital && passage[first - 2].is(kTitle | kFirstName) &&
         !before.is(kOffice | kParty | kStarter | kMember);
}

/// "New Brighton", "South Essex", "BBC Kent", "University of Kent", "MP for Dover": whether it ends another name.
bool comes_from(const Passage& passage, std::size_t first, bool safe, bool before_is_name) {
  if (first == 0) return false;
  const Word& before = passage[first - 1];
  if ((passage[first].gap & gap::kHyphen) != 0) return !before.is(kParty | kRun);
  if (!passage.joins(first)) return false;
  std::size_t at = first;
  if (passage[at - 1].term == "the" && passage.joins(at - 1)) --at;
  if (at >= 2 && (passage[at - 1].term == "of" || passage[at - 1].term == "for") &&
      passage[at - 2].is(kBodyOf | kMemberOfParliament))
    return true;
  if (!before.capital || before_is_name) return false;
  if (before.is(kCompass | kOtherPlace)) return true;
  if (passage.title_case() || before.is(kStarter | kParty | kRun | kOffice | kCouncil | kDesignator | kPreposition))
    return false;
  return !before.possessive && (!before.first || !safe || before.capitals);
}

/// "The Kent council": without "county" it may be another one within.
bool may_be_one_within(const Passage& passage, const NameMatch& match, const Designation& after) {
  return after.kind == Designation::Kind::council && after.count == 0 && passage[after.end - 1].is(kCouncil) &&
         !match.owner->official && match.is_area() && passage.joins(match.first) &&
         passage[match.first - 1].term == "the";
}

/// "one of the West Midlands council's services", "the Berkshire council": no combined authority or former county has
/// such a name, but a council within it may be meant.
bool is_one_within(const NameMatch& match, const Designation& after) {
  if (after.kind != Designation::Kind::council || after.count > 0 || match.owner->official) return false;
  const std::string_view kind = match.owner->council->kind;
  return kind == "combined-authority" || kind == "strategic-authority" ||
         (match.lifetime == Lifetime::other && (kind == "metropolitan-county" || match.maybe_within));
}

/// Determines the form of a name from the words around it.
NameMatch read_form(const Passage& passage, const NameTable& table, const Name& name, std::size_t first,
                    std::string_view day, bool before_is_name) {
  const std::size_t last = first + name.words.size() - 1;
  NameMatch match{.name = &name, .first = first, .last = last, .begin = first, .end = last + 1};
  Designation after = designation_after(passage, last + 1);
  const auto before = designation_before(passage, first);
  const bool ended = first > 0 && passage[first - 1].is(kEnded);
  match.owner = choose_owner(name, after.words(), day, ended);
  match.end = after.kind == Designation::Kind::none && after.count == 0 ? last + 1 : after.end;
  if (match.owner == nullptr || after.kind == Designation::Kind::other) {
    match.homonym = match.owner == nullptr && after.kind == Designation::Kind::council;
    return match;
  }
  match.lifetime = lifetime_of(*match.owner->council, day);
  if (after.kind == Designation::Kind::leaders)
    after.kind = match.is_area() ? Designation::Kind::councils : Designation::Kind::council;
  match.maybe_within = may_be_one_within(passage, match, after);
  if (is_one_within(match, after)) after.kind = Designation::Kind::councils;
  if (is_surname(passage, first, last + 1)) {
    match.homonym = after.kind != Designation::Kind::council;
    if (match.homonym) return match;
  }
  if ((passage[last + 1].gap & (gap::kComma | gap::kBracket)) != 0 &&
      (passage[last + 1].is(kForeign) || passage[last + 2].is(kForeign))) {
    match.homonym = true;
    return match;
  }
  const bool another = comes_from(passage, first, match.owner->safe, before_is_name) && !match.owner->official;
  if (another && !before) return match;
  if (before) match.begin = *before;
  if (!before && first >= 2 && passage.joins(first) && passage.joins(first - 1) && passage[first - 1].term == "of" &&
      passage[first - 2].term == "city" && passage[first - 2].capital)
    match.begin = first - 2;  // "the City of York"
  if (match.owner->official || after.kind == Designation::Kind::council) {
    match.form = goes_on(passage, table, match.end) && after.kind == Designation::Kind::none && !match.owner->official
                     ? NameForm::other
                     : NameForm::designated;
  } else if (after.kind == Designation::Kind::councils) {
    match.form = NameForm::headed;
  } else if (goes_on(passage, table, last + 1) || is_address(passage, last + 1)) {
    match.form = NameForm::other;
  } else {
    match.form = before ? NameForm::designated : NameForm::plain;
    match.trailing = match.end > last + 1 && (passage[last + 1].term == "city" || passage[last + 1].term == "county");
  }
  return match;
}

/// The name that begins at a word, if any: the longest that was in use on the day, else the longest. So "Cardiff City
/// Council" is the city's council of the day, although the abolished district had exactly this name.
std::optional<NameMatch> match_at(const Passage& passage, const NameTable& table, std::size_t at, std::string_view day,
                                  bool before_is_name) {
  std::optional<NameMatch> best;
  for (std::size_t skip = 0;; ++skip) {
    const Name* name = table.longest_at(passage, at, skip);
    if (name == nullptr) return best;
    const NameMatch match = read_form(passage, table, *name, at, day, before_is_name);
    const bool within = match.lifetime == Lifetime::within &&
                        (!best || best->form != NameForm::designated || match.form == NameForm::designated);
    const bool near = match.lifetime == Lifetime::near && match.form != NameForm::headed && !best;
    const bool ended = match.form == NameForm::designated && at > 0 && passage[at - 1].is(kEnded);
    if (within || near || ended) return match;
    if (!best) best = match;
  }
}

std::size_t compass_words(const Name& name) {
  std::size_t count = 0;
  while (count + 1 < name.words.size() && classes_of(name.words[count]).any_of(kCompass)) ++count;
  return count;
}

/// The same name with another compass word: "South Tyneside", `North` → "North Tyneside".
std::optional<NameMatch> sibling(const NameTable& table, const NameMatch& match,
                                 std::span<const std::string_view> words, std::size_t first, std::size_t last,
                                 std::string_view day) {
  const Name* name = table.find(words);
  if (name == nullptr) return std::nullopt;
  const NameOwner* owner = choose_owner(*name, {}, day);
  return NameMatch{.name = name,
                   .owner = owner,
                   .first = first,
                   .last = last,
                   .begin = first,
                   .end = last + 1,
                   .form = match.form == NameForm::other ? NameForm::other : NameForm::plain,
                   .lifetime = lifetime_of(*owner->council, day)};
}

/// "North and South Tyneside", "North, East and West X": the names before a match that lack its last part.
void add_shared_tails(const Passage& passage, const NameTable& table, const NameMatch match, std::string_view day,
                      std::vector<NameMatch>& matches) {
  const std::size_t compass = compass_words(*match.name);
  if (compass == 0) return;
  const std::size_t taken = matches.size() > 1 ? matches[matches.size() - 2].end : 0;
  std::size_t at = match.first;
  while (at > taken + 1) {
    const bool joiner = passage[at - 1].is(kJoiner);
    if (!joiner && (passage[at].gap & gap::kComma) == 0) return;
    const std::size_t last = joiner ? at - 2 : at - 1;
    std::size_t first = last;
    if (first > taken && passage[first].is(kCompass) && passage[first - 1].is(kCompass) && passage.joins(first) &&
        passage[first - 1].capital)
      --first;
    if (!passage[first].is(kCompass) || !passage[first].capital) return;
    std::vector<std::string_view> words;
    for (std::size_t i = first; i <= last; ++i) words.push_back(passage[i].term);
    for (std::size_t i = compass; i < match.name->words.size(); ++i) words.push_back(match.name->words[i]);
    const auto found = sibling(table, match, words, first, last, day);
    if (!found) return;
    matches.insert(matches.end() - 1, *found);
    at = first;
  }
}

/// "Cheshire East and West": the name after a match that lacks its first part.
void add_shared_head(const Passage& passage, const NameTable& table, const NameMatch match, std::string_view day,
                     std::vector<NameMatch>& matches) {
  const std::size_t next = match.last + 2;
  if (match.name->words.size() < 2 || !classes_of(match.name->words.back()).any_of(kCompass)) return;
  if (!passage[match.last + 1].is(kJoiner) || !passage[next].is(kCompass) || !passage[next].capital) return;
  std::vector<std::string_view> words(match.name->words.begin(), match.name->words.end() - 1);
  words.push_back(passage[next].term);
  if (const auto found = sibling(table, match, words, next, next, day)) matches.push_back(*found);
}

}  // namespace

bool is_run_in_heading(const Passage& passage, std::size_t end) {
  for (std::size_t at = 0; at < end; ++at)
    if (!passage[at].capitals) return false;
  return passage[end].capital && (!passage[end].capitals || passage[end].term.size() == 1) &&
         !passage[end + 1].capitals;
}

std::vector<NameMatch> match_names(const Passage& passage, const NameTable& table, std::string_view day) {
  std::vector<NameMatch> matches;
  for (std::size_t at = 0; at < passage.size();) {
    const bool before_is_name = !matches.empty() && matches.back().end == at && matches.back().form != NameForm::other;
    const auto match = passage[at].capital ? match_at(passage, table, at, day, before_is_name) : std::nullopt;
    if (!match) {
      ++at;
      continue;
    }
    matches.push_back(*match);
    if (match->owner != nullptr) {
      add_shared_tails(passage, table, *match, day, matches);
      add_shared_head(passage, table, *match, day, matches);
    }
    at = matches.back().end;
  }
  return matches;
}

}  // namespace council_news
