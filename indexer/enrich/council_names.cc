#include "indexer/enrich/council_names.h"

#include <algorithm>
#include <array>
#include <optional>

#include "common/knowledge/table.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

using Words = std::string_view;

template <std::size_t Size>
bool contains(const std::array<Words, Size>& words, std::string_view word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Words between a place and "council" in an authority's name.
constexpr std::array<Words, 9> kDesignators{
    {"metropolitan", "borough", "city", "county", "district", "unitary", "islands", "royal", "and"}};
constexpr std::array<Words, 3> kCouncilNouns{{"council", "councils", "councillors"}};
constexpr std::array<Words, 8> kAbbreviations{{"mbc", "mdc", "lbc", "rlbc", "cbc", "bc", "cc", "dc"}};
/// Words that, anywhere in a sentence, show that it speaks of authorities.
constexpr std::array<Words, 12> kCouncilContext{{"council", "councils", "councillor", "councillors", "cllr", "cllrs",
                                                 "authority", "authorities", "borough", "boroughs", "mayor", "cabinet"}};
/// Before a name: another place ("South Essex") or another body ("University of Kent").
constexpr std::array<Words, 12> kOtherPlace{
    {"north", "south", "east", "west", "mid", "central", "northern", "southern", "eastern", "western", "new", "upper"}};
constexpr std::array<Words, 9> kOtherBodyOf{
    {"university", "bishop", "archbishop", "earl", "duke", "duchess", "diocese", "cathedral", "college"}};
/// After a name: a body or a paper called after the place, or another kind of council.
constexpr std::array<Words, 24> kOtherBody{
    {"police",   "university", "fc",       "united", "wanderers", "rovers",  "athletic", "hospital",
     "hospitals", "cathedral",  "college",  "airport", "live",      "festival", "prison",   "town",
     "parish",    "community",  "students", "news",   "gazette",   "post",     "echo",     "chronicle"}};

bool has_word(std::string_view official_name, std::string_view word) {
  const std::string lower = ascii_lower(official_name);
  return lower.find(word) != std::string::npos;
}

/// May an authority be called so? "Durham City Council" is not Durham County Council.
bool fits(const Council& council, std::string_view designator) {
  if (designator == "city") return has_word(council.official_name, "city");
  if (designator == "county") {
    return has_word(council.official_name, "county") ||
           !(has_word(council.official_name, "city") || has_word(council.official_name, "borough") ||
             has_word(council.official_name, "district"));
  }
  return true;
}

int year_of(std::string_view date, int otherwise) {
  return date.size() < 4 ? otherwise : std::stoi(std::string(date.substr(0, 4)));
}

/// Which of several authorities of one name: one that existed then, else one of today.
const Council* choose(std::vector<const Council*> councils, const std::vector<std::string>& designators, int year) {
  for (const std::string& designator : designators)
    std::erase_if(councils, [&](const Council* council) { return !fits(*council, designator); });
  if (councils.empty()) return nullptr;
  const auto alive = std::find_if(councils.begin(), councils.end(), [year](const Council* council) {
    return year_of(council->started, 0) <= year && year <= year_of(council->ended, 9999);
  });
  return year == 0 || alive == councils.end() ? councils.front() : *alive;
}

/// One passage, cut into words, with what the rules ask of it.
struct Passage {
  std::string_view text;
  std::vector<Token> tokens;           ///< without the joined ones
  std::vector<std::size_t> sentences;  ///< number of the sentence of each token
  std::vector<bool> about_councils;    ///< by sentence

  explicit Passage(std::string_view passage) : text(passage), tokens(tokenise(passage)) {
    std::erase_if(tokens, [](const Token& token) { return token.joined; });
    for (std::size_t i = 0; i < tokens.size(); ++i) {
      if (i == 0) {
        about_councils.push_back(false);
      } else {
        const std::string_view between = text.substr(tokens[i - 1].end, tokens[i].begin - tokens[i - 1].end);
        if (between.find_first_of(".!?\n") != std::string_view::npos) about_councils.push_back(false);
      }
      sentences.push_back(about_councils.size() - 1);
      if (contains(kCouncilContext, tokens[i].term)) about_councils.back() = true;
    }
  }

  std::string_view word(std::size_t at) const {
    return at < tokens.size() ? std::string_view(tokens[at].term) : std::string_view{};
  }
  std::string_view word_before(std::size_t at, std::size_t back) const {
    return at >= back && sentences[at - back] == sentences[at] ? word(at - back) : std::string_view{};
  }
  /// The word right after `at`, if nothing but blanks and hyphens stand between.
  std::string_view word_after(std::size_t at) const {
    if (at + 1 >= tokens.size()) return {};
    const std::string_view between = text.substr(tokens[at].end, tokens[at + 1].begin - tokens[at].end);
    return between.find_first_not_of(" \t\n-&") == std::string_view::npos ? word(at + 1) : std::string_view{};
  }
  bool is_capital(std::size_t at) const {
    std::size_t offset = tokens[at].begin;
    return is_upper(next_code_point(text, offset));
  }
};

/// The council words after a name: where they end, and what they say of the kind.
struct Designation {
  std::size_t last;
  std::vector<std::string> designators;
};

std::optional<Designation> designation_after(const Passage& passage, std::size_t last) {
  Designation found{last, {}};
  for (int words = 0; words < 5; ++words) {
    const std::string_view next = passage.word_after(found.last);
    if (next.empty()) return std::nullopt;
    ++found.last;
    if (contains(kCouncilNouns, next)) return found;
    if (contains(kAbbreviations, next) && passage.is_capital(found.last)) return found;
    if (!contains(kDesignators, next)) return std::nullopt;
    found.designators.emplace_back(next);
  }
  return std::nullopt;
}

/// Does "borough of", "royal borough of", "county of" stand before the name? Its first word, if so.
std::optional<std::size_t> designation_before(const Passage& passage, std::size_t first) {
  if (passage.word_before(first, 1) != "of") return std::nullopt;
  if (passage.word_before(first, 2) == "borough") return first - 2;
  return std::nullopt;
}

bool is_other_thing(const Passage& passage, std::size_t first, std::size_t last) {
  if (contains(kOtherBody, passage.word_after(last))) return true;
  return passage.word_before(first, 1) == "of" && contains(kOtherBodyOf, passage.word_before(first, 2));
}

}  // namespace

CouncilNameFinder::CouncilNameFinder(const Gazetteer& gazetteer) {
  for (const Council& council : gazetteer.councils()) {
    for (const CouncilName& name : council.names) add(name.text, council, name.safe, false);
    add(fold_name(council.official_name), council, true, true);
  }
  for (auto& [word, names] : by_first_word_) {
    std::stable_sort(names.begin(), names.end(),
                     [](const Name& a, const Name& b) { return a.words.size() > b.words.size(); });
  }
}

void CouncilNameFinder::add(const std::string& folded, const Council& council, bool safe, bool official) {
  Name name{{}, {&council}, safe, official};
  for (const std::string_view word : split(folded, ' ')) name.words.emplace_back(word);
  if (name.words.empty()) return;
  auto& names = by_first_word_[name.words.front()];
  const auto same = std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.words == name.words; });
  if (same == names.end()) {
    names.push_back(std::move(name));
  } else if (std::find(same->councils.begin(), same->councils.end(), &council) == same->councils.end()) {
    same->councils.push_back(&council);
    same->safe = same->safe && safe;
  }
}

const CouncilNameFinder::Name* CouncilNameFinder::longest_at(const std::vector<Token>& tokens, std::size_t at) const {
  // A possessive may end the name: "Sandwell's", but also begin it: "King's Lynn".
  const auto is_word = [&](std::size_t index, std::string_view wanted) {
    return index < tokens.size() && (tokens[index].term == wanted || stem_base(tokens[index]) == wanted);
  };
  for (const std::string_view first : {std::string_view(tokens[at].term), stem_base(tokens[at])}) {
    const auto it = by_first_word_.find(std::string(first));
    if (it == by_first_word_.end()) continue;
    for (const Name& name : it->second) {
      std::size_t matched = 1;
      while (matched < name.words.size() && is_word(at + matched, name.words[matched])) ++matched;
      if (matched == name.words.size()) return &name;
    }
  }
  return nullptr;
}

std::vector<NamedCouncil> CouncilNameFinder::find(std::string_view text, int year) const {
  std::vector<NamedCouncil> found;
  const Passage passage(text);
  for (std::size_t at = 0; at < passage.tokens.size(); ++at) {
    const Name* name = passage.is_capital(at) ? longest_at(passage.tokens, at) : nullptr;
    if (name == nullptr) continue;
    const std::size_t last = at + name->words.size() - 1;
    const auto before = designation_before(passage, at);
    const auto after = designation_after(passage, last);
    const std::size_t begin = passage.tokens[before.value_or(at)].begin;
    const std::size_t end = passage.tokens[after ? after->last : last].end;
    const bool named = name->official || before || after;
    const bool other = contains(kOtherPlace, passage.word_before(at, 1)) && !before && !name->official;
    const bool usable = named || (name->safe && passage.about_councils[passage.sentences[at]] &&
                                  !is_other_thing(passage, at, last));
    const Council* council = choose(name->councils, after ? after->designators : std::vector<std::string>{}, year);
    if (usable && !other && council != nullptr)
      found.push_back({council, named ? NameEvidence::council : NameEvidence::bare, begin, end});
    at = after ? after->last : last;
  }
  return found;
}

}  // namespace council_news
