#include "indexer/enrich/facts.h"

#include <algorithm>
#include <array>
#include <functional>
#include <string>
#include <unordered_set>

#include "common/text/tokeniser.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr std::size_t kContext = 2;
constexpr std::size_t kMaxBetween = 6;

/// Capitalised words that do not distinguish two stories: one paper writes `Cllr` and `on Monday`, another `Councillor`
/// and `on 4 March`.
constexpr std::array<std::string_view, 26> kNoFacts{
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday",   "sunday",      "mr",   "mrs",
    "ms",     "miss",    "dr",        "sir",      "dame",   "lord",       "lady",        "cllr", "cllrs",
    "coun",   "prof",    "professor", "rev",      "i",      "councillor", "councillors", "the"};

bool is_number(std::string_view term) { return !term.empty() && is_ascii_digit(term[0]); }

/// A number without its unit: `2.5m` is `2.5` million.
std::string_view bare_number(std::string_view term) {
  return term.substr(0, std::min(term.find_first_not_of("0123456789."), term.size()));
}

/// Whether a sentence or a quotation begins after `gap`.
bool ends_sentence(std::string_view gap) {
  return gap.find_first_of(".!?:\n\"") != std::string_view::npos || gap.find("“") != std::string_view::npos;
}

bool may_be_name(std::string_view base, char first) {
  return is_ascii_upper(first) && std::find(kNoFacts.begin(), kNoFacts.end(), base) == kNoFacts.end();
}

}  // namespace

Facts::Facts(std::string_view text) {
  read_words(text);
  find_places();
}

void Facts::read_words(std::string_view text) {
  std::unordered_set<std::uint64_t> names;
  // Capitalised words that begin a sentence: names only if they also occur elsewhere.
  std::vector<std::size_t> beginnings;
  std::size_t end = 0;
  for (const Token& token : tokenise(text)) {
    if (token.joined) continue;
    const std::string_view base = stem_base(token);
    const bool number = is_number(base);
    Word word{std::hash<std::string_view>{}(number ? bare_number(base) : base), number};
    if (may_be_name(base, text[token.begin])) {
      if (words_.empty() || ends_sentence(text.substr(end, token.begin - end))) {
        beginnings.push_back(words_.size());
      } else {
        names.insert(word.hash);
        word.is_fact = true;
      }
    }
    end = token.end;
    words_.push_back(word);
    known_.push_back(word.hash);
  }
  std::sort(known_.begin(), known_.end());
  known_.erase(std::unique(known_.begin(), known_.end()), known_.end());
  for (const std::size_t at : beginnings) words_[at].is_fact = names.count(words_[at].hash) > 0;
}

void Facts::find_places() {
  for (std::size_t begin = 0; begin + kContext < words_.size(); ++begin) {
    bool has_fact = false;
    for (std::size_t end = begin + 1; end <= begin + kMaxBetween && end + kContext <= words_.size(); ++end) {
      has_fact = has_fact || words_[end - 1].is_fact;
      if (!has_fact) continue;
      std::uint64_t context = 0;
      for (const std::size_t at : {begin - 2, begin - 1, end, end + 1}) {
        const std::uint64_t hash = at < words_.size() ? words_[at].hash : 0;  // no words precede the beginning
        context = (context ^ hash) * 0x9E3779B97F4A7C15u + (context >> 29);
      }
      places_.push_back({context, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)});
    }
  }
  std::sort(places_.begin(), places_.end());
}

bool Facts::contains(std::uint64_t word) const { return std::binary_search(known_.begin(), known_.end(), word); }

/// The facts in a place that the other text does not contain.
std::vector<std::size_t> Facts::facts_missing_in(const Facts& other, const Place& place) const {
  std::vector<std::size_t> news;
  for (std::size_t i = place.begin; i < place.end; ++i) {
    if (words_[i].is_fact && !other.contains(words_[i].hash)) news.push_back(i);
  }
  return news;
}

std::size_t Facts::contradictions(const Facts& a, const Facts& b, std::size_t enough) {
  std::unordered_set<std::size_t> in_a;
  std::unordered_set<std::size_t> in_b;
  auto y = b.places_.begin();
  for (const Place& x : a.places_) {
    while (y != b.places_.end() && *y < x) ++y;
    if (y == b.places_.end()) break;
    if (x < *y) continue;
    const std::vector<std::size_t> of_a = a.facts_missing_in(b, x);
    if (of_a.empty()) continue;
    for (auto other = y; other != b.places_.end() && !(x < *other); ++other) {
      const std::vector<std::size_t> of_b = b.facts_missing_in(a, *other);
      if (of_b.empty()) continue;
      in_a.insert(of_a.begin(), of_a.end());
      in_b.insert(of_b.begin(), of_b.end());
      if (std::min(in_a.size(), in_b.size()) >= enough) return enough;
    }
  }
  return std::min(in_a.size(), in_b.size());
}

}  // namespace council_news
