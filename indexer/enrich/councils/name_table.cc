#include "indexer/enrich/councils/name_table.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "common/text/fold.h"
#include "common/text/split.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr int kYearsBefore = 2;
constexpr int kYearsAfter = 1;
/// An article without a date may mean an authority that ended after this.
constexpr std::string_view kUndatedSince = "2000";

/// Kinds of authorities that contain others.
constexpr std::array<std::string_view, 6> kAreaKinds{"county", "welsh-county",        "scottish-region",
                                                     "gla",    "metropolitan-county", "strategic-authority"};

/// Cities whose parish council took over the name of the abolished district council.
constexpr std::array<std::string_view, 1> kNameOfAParishNow{"hereford"};

bool has_word(std::string_view official_name, std::string_view capitalised) {
  return official_name.find(capitalised) != std::string_view::npos;
}

/// Whether an authority may have this designation.
bool fits(const Council& council, std::string_view designator) {
  const std::string_view official = council.official_name;
  const bool county = has_word(official, "County");
  const bool lower = has_word(official, "City") || has_word(official, "Borough") || has_word(official, "District");
  if (designator == "city") return has_word(official, "City");
  if (designator == "county" || designator == "co") return county || (!lower && council.kind != "council-area");
  if (designator == "borough" || designator == "district") return !county || has_word(official, "Borough");
  if (designator == "islands") return has_word(official, "Isl");
  if (designator == "regional") return council.kind == "scottish-region";
  return true;
}

/// Words that may be in lower case inside a name: "upon", "city council", "combined authority".
constexpr WordClasses kSmallInNames = word_class::kNameParticle | word_class::kDesignator | word_class::kCouncil |
                                      word_class::kAuthority | word_class::kCombined;

/// The same day `years` later.
std::string shift(std::string_view day, int years) {
  return fmt::format("{:04}{}", std::stoi(std::string(day.substr(0, 4))) + years, day.substr(4));
}

/// Whether two adjacent words of a text may be adjacent in a name.
bool side_by_side(const Word& word, const Name& name, std::size_t at) {
  if ((word.gap & ~gap::kHyphen) == 0) return true;
  // "Newry, Mourne and Down": commas occur only in names of three places.
  return word.gap == gap::kComma && name.words.size() >= 4 && at < name.words.size() - 2;
}

/// `north east lincolnshire` in its other spelling: `northeast lincolnshire`.
std::string joined_compass(std::string_view folded) {
  std::string joined(folded);
  for (const std::string_view half : {"north", "south"}) {
    const bool compass =
        joined.starts_with(std::string(half) + " east ") || joined.starts_with(std::string(half) + " west ");
    if (compass) joined.erase(half.size(), 1);
  }
  return joined;
}

/// `tees valley combined authority` in its name since it has a mayor: `tees valley mayoral combined authority`.
std::string with_mayor(std::string_view folded) {
  std::string mayoral(folded);
  const bool bare = mayoral.ends_with(" combined authority") && mayoral.find(" mayoral ") == std::string::npos;
  if (bare) mayoral.insert(mayoral.rfind(" combined"), " mayoral");
  return mayoral;
}

/// Initials that include the council word: `kcc`, `wmca`, `rbkc`.
bool holds_council_word(const CouncilName& name) {
  if (!name.capitals || !name.safe) return false;
  constexpr std::array<std::string_view, 4> kEndings{"cc", "bc", "dc", "ca"};
  return name.text.starts_with("lb") || name.text.starts_with("rb") ||
         std::any_of(kEndings.begin(), kEndings.end(), [&](std::string_view end) { return name.text.ends_with(end); });
}

}  // namespace

NameTable::NameTable(const Gazetteer& gazetteer) {
  for (const Council& council : gazetteer.councils()) {
    for (const CouncilName& name : council.names) {
      // An authority whose name includes its kind, "Greater London Authority", needs no council word.
      const bool official = name.text.ends_with(" authority") || name.text.ends_with(" corporation") ||
                            name.text.ends_with(" council") || name.text.starts_with("cyngor ") ||
                            name.text.starts_with("comhairle ") || holds_council_word(name);
      add(name.text, {&council, name.safe, official}, name.capitals);
      if (const std::string mayoral = with_mayor(name.text); mayoral != name.text)
        add(mayoral, {&council, name.safe, official}, name.capitals);
      if (const std::string joined = joined_compass(name.text); joined != name.text)
        add(joined, {&council, name.safe, official}, name.capitals);
    }
    add(fold_name(council.official_name), {.council = &council, .safe = true, .official = true});
  }
  for (auto& [word, names] : by_first_word_) {
    std::stable_sort(names.begin(), names.end(),
                     [](const Name& a, const Name& b) { return a.words.size() > b.words.size(); });
  }
}

void NameTable::add(std::string_view folded, NameOwner owner, bool capitals) {
  Name name{{}, {owner}, capitals};
  const auto words = split(folded, ' ');
  for (std::size_t i = 0; i < words.size(); ++i) {
    // The tokeniser drops the "and" in `H&F`.
    const bool letters = i > 0 && i + 1 < words.size() && words[i - 1].size() < 3 && words[i + 1].size() < 3;
    if (words[i] == "and" && letters) continue;
    name.words.emplace_back(words[i]);
  }
  if (name.words.empty()) return;
  auto& names = by_first_word_[name.words.front()];
  const auto same = std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.words == name.words; });
  if (same == names.end()) {
    names.push_back(std::move(name));
    return;
  }
  const auto known = std::find_if(same->owners.begin(), same->owners.end(),
                                  [&](const NameOwner& o) { return o.council == owner.council; });
  if (known == same->owners.end())
    same->owners.push_back(owner);
  else
    known->official = known->official || owner.official;
}

const Name* NameTable::longest_at(const Passage& passage, std::size_t at, std::size_t skip) const {
  const Word& first = passage[at];
  // A name may end with a possessive, "Sandwell's", or begin with one, "King's Lynn".
  for (const std::string_view word : {first.term, first.base}) {
    const auto it = by_first_word_.find(word);
    if (it == by_first_word_.end()) continue;
    for (const Name& name : it->second) {
      std::size_t matched = 1;
      while (matched < name.words.size()) {
        const Word& next = passage[at + matched];
        if (next.term != name.words[matched] && next.base != name.words[matched]) break;
        if (!side_by_side(next, name, matched) || !(next.capital || next.is(kSmallInNames))) break;
        ++matched;
      }
      // "Derby's" is not Derbys., short for Derbyshire.
      if (first.possessive && name.words.size() == 1 && first.base != name.words[0]) continue;
      if (matched < name.words.size() || (name.capitals && !passage[at + matched - 1].capitals)) continue;
      if (skip == 0) return &name;
      --skip;
    }
    if (first.term == first.base) break;
  }
  return nullptr;
}

const Name* NameTable::find(std::span<const std::string_view> words) const {
  const auto it = words.empty() ? by_first_word_.end() : by_first_word_.find(words.front());
  if (it == by_first_word_.end()) return nullptr;
  const auto same = std::find_if(it->second.begin(), it->second.end(), [&](const Name& name) {
    return std::equal(name.words.begin(), name.words.end(), words.begin(), words.end());
  });
  return same == it->second.end() ? nullptr : &*same;
}

Lifetime lifetime_of(const Council& council, std::string_view day) {
  if (day.empty()) {
    if (council.is_current()) return Lifetime::within;
    return council.ended >= kUndatedSince ? Lifetime::maybe : Lifetime::other;
  }
  const bool begun = council.started.empty() || council.started <= day;
  const bool ended = !council.ended.empty() && council.ended < day;
  if (begun && !ended) return Lifetime::within;
  if (!begun) return council.started <= shift(day, kYearsBefore) ? Lifetime::near : Lifetime::other;
  return shift(council.ended, kYearsAfter) >= day ? Lifetime::near : Lifetime::other;
}

const NameOwner* choose_owner(const Name& name, std::span<const std::string_view> designators, std::string_view day,
                              bool ended) {
  const NameOwner* best = nullptr;
  int best_rank = -1;
  for (const NameOwner& owner : name.owners) {
    const bool fit = std::all_of(designators.begin(), designators.end(),
                                 [&](std::string_view designator) { return fits(*owner.council, designator); });
    if (!fit) continue;
    int rank = static_cast<int>(lifetime_of(*owner.council, day));
    const bool is_ended =
        day.empty() ? !owner.council->ended.empty() : !owner.council->ended.empty() && owner.council->ended < day;
    if (ended && is_ended) rank += 10;
    const bool of_a_parish =
        std::find(kNameOfAParishNow.begin(), kNameOfAParishNow.end(), owner.council->slug) != kNameOfAParishNow.end();
    if (of_a_parish && rank < static_cast<int>(Lifetime::near)) continue;
    if (rank <= best_rank) continue;
    best_rank = rank;
    best = &owner;
  }
  return best;
}

bool is_area(const Council& council) {
  return std::find(kAreaKinds.begin(), kAreaKinds.end(), council.kind) != kAreaKinds.end() ||
         council.kind == "combined-authority";
}

}  // namespace council_news
