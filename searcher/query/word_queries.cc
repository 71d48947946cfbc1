#include "searcher/query/word_queries.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/tokeniser.h"
#include "searcher/query/ranking.h"
#include "searcher/query/weighting.h"

namespace council_news {
namespace {

using Xapian::Query;

/// Maximum number of words that a prefix expands to, and that all prefixes of a query share; in phrases, where each
/// word is matched by position, fewer. Each prefix gets at least kMinExpansion.
constexpr std::size_t kMaxExpansion = 1000;
constexpr std::size_t kMaxTotalExpansion = 4000;
constexpr std::size_t kMaxPhraseExpansion = 100;
constexpr std::size_t kMinExpansion = 10;

/// Maximum number of the archive's words checked for inflections: more than share a three-letter prefix in a large
/// archive.
constexpr std::size_t kMaxInflectionCandidates = 20'000;

/// The common prefix of all forms of a word: its stem, without a letter that changes with the ending: `clos` for close,
/// closing; `cit` for city, cities, whose stem is `citi`.
std::string common_prefix(const std::string& surface, const std::string& stem) {
  const auto end = std::mismatch(stem.begin(), stem.end(), surface.begin(), surface.end()).first;
  std::string start(stem.begin(), end);
  constexpr std::size_t kMinBytes = 2;
  if (start.size() > kMinBytes && (start.back() == 'e' || start.back() == 'i')) start.pop_back();
  return start;
}

std::string stem_term(std::string_view field_prefix, const std::string& stem) {
  return make_term(std::string(kStemPrefix) + std::string(field_prefix), stem);
}

Query any_of(const std::vector<Query>& queries) {
  return queries.empty() ? Query::MatchNothing : Query(Query::OP_OR, queries.begin(), queries.end());
}

}  // namespace

WordQueries::WordQueries(const Xapian::Database& database, Stemmer& stem, std::size_t prefixes)
    : database_(database),
      stem_(stem),
      max_expansion_(
          std::clamp(kMaxTotalExpansion / std::max<std::size_t>(prefixes, 1), kMinExpansion, kMaxExpansion)) {}

Query WordQueries::word(std::string_view field_prefix, std::string_view text) {
  const Words words = words_of(text, stem_);
  if (words.empty()) return Query::MatchNothing;
  if (words.surfaces.size() == 1) return weighted_term(database_, stem_term(field_prefix, words.stems.front()));
  return adjacent(field_prefix, words);
}

Query WordQueries::any_part(std::string_view text, Xapian::termcount times) {
  const Words words = words_of(text, stem_);
  if (words.stems.size() == 1) return weighted_term(database_, stem_term("", words.stems.front()), times);
  std::vector<Query> parts;
  for (std::size_t i = 0; i < words.stems.size(); ++i) {
    if (!is_stop_word(words.surfaces[i])) parts.emplace_back(stem_term("", words.stems[i]), times);
  }
  if (words.joined.size() != 1) return any_of(parts);
  const Query joined(stem_term("", words.joined_stems.front()), times);
  return Query(Query::OP_OR, any_of(parts), Query(Query::OP_SCALE_WEIGHT, joined, kJoinedFormFactor));
}

Query WordQueries::phrase(std::string_view field_prefix, std::string_view text) {
  const Words words = words_of(text, stem_);
  if (words.empty()) return Query::MatchNothing;
  if (words.starred.empty()) return side_by_side(field_prefix, words.surfaces);
  std::vector<Query> places;
  for (std::size_t i = 0; i < words.surfaces.size(); ++i) {
    const std::string& surface = words.surfaces[i];
    const bool starred = std::binary_search(words.starred.begin(), words.starred.end(), i);
    places.push_back(starred ? expand_prefix(field_prefix, surface) : Query(make_term(field_prefix, surface)));
  }
  return in_order(places);
}

Query WordQueries::prefix(std::string_view field_prefix, std::string_view text) {
  const Words words = words_of(text, stem_);
  if (words.surfaces.size() != 1) return Query::MatchNothing;
  const std::string start = make_term(field_prefix, words.surfaces.front());
  std::size_t count = 0;
  for (auto it = database_.allterms_begin(start); it != database_.allterms_end(start); ++it) {
    if (++count > max_expansion_) break;
  }
  if (count > max_expansion_) truncated_.insert(words.surfaces.front());
  return Query(Query::OP_WILDCARD, start, static_cast<Xapian::termcount>(max_expansion_),
               Query::WILDCARD_LIMIT_MOST_FREQUENT);
}

Query WordQueries::near(std::string_view field_prefix, const std::vector<Node>& nodes, unsigned distance) {
  std::vector<Query> parts;
  std::vector<Query> phrases;
  for (const Node& node : nodes) {
    const Words words = words_of(node.text, stem_);
    for (std::size_t i = 0; i < words.surfaces.size(); ++i) {
      const std::string& surface = words.surfaces[i];
      if (node.kind == NodeKind::prefix || std::binary_search(words.starred.begin(), words.starred.end(), i))
        parts.push_back(expand_prefix(field_prefix, surface));
      else if (node.kind == NodeKind::word)
        parts.push_back(inflections(field_prefix, surface, words.stems[i]));
      else
        parts.emplace_back(make_term(field_prefix, surface));
    }
    if (words.surfaces.size() < 2) continue;
    phrases.push_back(node.kind == NodeKind::word ? adjacent(field_prefix, words) : phrase(field_prefix, node.text));
  }
  is_positional_ = true;
  // Xapian counts the window in words, both ends included.
  const auto window = static_cast<Xapian::termcount>(distance + parts.size() - 1);
  const Query together(Query::OP_NEAR, parts.begin(), parts.end(), window);
  if (phrases.empty()) return together;
  return Query(Query::OP_FILTER, together, Query(Query::OP_AND, phrases.begin(), phrases.end()));
}

Query WordQueries::in_order(const std::vector<Query>& places) {
  if (places.empty()) return Query::MatchNothing;
  if (places.size() == 1) return places.front();
  is_positional_ = true;
  return Query(Query::OP_PHRASE, places.begin(), places.end(), static_cast<Xapian::termcount>(places.size()));
}

Query WordQueries::adjacent(std::string_view field_prefix, const Words& words) {
  std::vector<Query> places;
  for (std::size_t i = 0; i < words.surfaces.size(); ++i)
    places.push_back(inflections(field_prefix, words.surfaces[i], words.stems[i]));
  return in_order(places);
}

Query WordQueries::adjacent_pair(std::string_view field_prefix, const Words& words, std::size_t first) {
  return in_order({inflections(field_prefix, words.surfaces[first], words.stems[first]),
                   inflections(field_prefix, words.surfaces[first + 1], words.stems[first + 1])});
}

Query WordQueries::side_by_side(std::string_view field_prefix, const std::vector<std::string>& surfaces) {
  std::vector<Query> places;
  for (const std::string& surface : surfaces) places.emplace_back(make_term(field_prefix, surface));
  return in_order(places);
}

Query WordQueries::expand_prefix(std::string_view field_prefix, const std::string& surface) {
  const std::string start = make_term(field_prefix, surface);
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (auto it = database_.allterms_begin(start); it != database_.allterms_end(start); ++it)
    found.emplace_back(it.get_termfreq(), *it);
  const std::size_t kept = std::min({kMaxPhraseExpansion, max_expansion_, found.size()});
  if (kept < found.size()) truncated_.insert(surface);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(kept), found.end(), std::greater<>());
  std::vector<Query> words;
  for (std::size_t i = 0; i < kept; ++i) words.emplace_back(found[i].second);
  return any_of(words);
}

Query WordQueries::inflections(std::string_view field_prefix, const std::string& surface, const std::string& stem) {
  const auto [known, is_new] = forms_.try_emplace({make_term(field_prefix, surface), stem});
  if (!is_new) return known->second;
  std::vector<Query> words{Query(known->first.first)};
  const std::string start = std::string(field_prefix) + common_prefix(surface, stem);
  std::size_t candidates = 0;
  for (auto it = database_.allterms_begin(start); it != database_.allterms_end(start); ++it) {
    if (++candidates > kMaxInflectionCandidates) break;
    const std::string term = *it;
    const std::string form = term.substr(field_prefix.size());
    // `jamess` is `James's`, of which the index has the stem of `james`.
    const bool fits = stem_(form) == stem || (form.ends_with("ss") && stem_(form.substr(0, form.size() - 1)) == stem);
    if (fits && form != surface) words.emplace_back(term);
  }
  known->second = any_of(words);
  return known->second;
}

}  // namespace council_news
