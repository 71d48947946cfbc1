#include "searcher/query/word_queries.h"

#include <algorithm>

#include "common/index/schema.h"
#include "common/text/tokeniser.h"
#include "searcher/query/weighting.h"

namespace council_news {
namespace {

using Xapian::Query;

/// Words that a beginning may stand for, and all beginnings of a query together; within a phrase, where each is looked
/// for in its place, fewer. Each has some.
constexpr std::size_t kMostExpansion = 1000;
constexpr std::size_t kMostTogether = 4000;
constexpr std::size_t kMostInPhrase = 100;
constexpr std::size_t kLeastExpansion = 10;

/// What the joined form of a hyphenated word weighs where its parts weigh too: an article that hyphenates has both.
/// (OP_MAX would say it better, but crashes in Xapian 1.4.22.)
constexpr double kJoinedFactor = 0.3;

/// Words of the archive that are looked at for those that are one but for an ending: more than begin alike with three
/// letters in a large one.
constexpr std::size_t kMostAlike = 20'000;

/// What all forms of a word begin with: its stem, without what stands for another ending: `clos` of close, closing;
/// `cit` of city, cities, whose stem is `citi`.
std::string common_beginning(const std::string& surface, const std::string& stem) {
  const auto end = std::mismatch(stem.begin(), stem.end(), surface.begin(), surface.end()).first;
  std::string beginning(stem.begin(), end);
  constexpr std::size_t kLeast = 2;
  if (beginning.size() > kLeast && (beginning.back() == 'e' || beginning.back() == 'i')) beginning.pop_back();
  return beginning;
}

std::string stem_term(std::string_view field_prefix, const std::string& stem) {
  return make_term(std::string(kStemPrefix) + std::string(field_prefix), stem);
}

Query any_of(const std::vector<Query>& queries) {
  return queries.empty() ? Query::MatchNothing : Query(Query::OP_OR, queries.begin(), queries.end());
}

}  // namespace

WordQueries::WordQueries(const Xapian::Database& database, Stemmer& stem, std::size_t beginnings)
    : database_(database),
      stem_(stem),
      most_beginning_(
          std::clamp(kMostTogether / std::max<std::size_t>(beginnings, 1), kLeastExpansion, kMostExpansion)) {}

Query WordQueries::word(std::string_view field_prefix, std::string_view text) {
  const Words words = words_of(text, stem_);
  if (words.empty()) return Query::MatchNothing;
  if (words.surfaces.size() == 1) return weighed(database_, stem_term(field_prefix, words.stems.front()));
  return run(field_prefix, words, 0, words.surfaces.size());
}

Query WordQueries::loose_word(std::string_view text, Xapian::termcount times) {
  const Words words = words_of(text, stem_);
  if (words.stems.size() == 1) return weighed(database_, stem_term("", words.stems.front()), times);
  std::vector<Query> parts;
  for (std::size_t i = 0; i < words.stems.size(); ++i) {
    if (!is_grammar_word(words.surfaces[i])) parts.emplace_back(stem_term("", words.stems[i]), times);
  }
  if (words.joined.size() != 1) return any_of(parts);
  const Query joined(stem_term("", words.joined_stems.front()), times);
  return Query(Query::OP_OR, any_of(parts), Query(Query::OP_SCALE_WEIGHT, joined, kJoinedFactor));
}

Query WordQueries::phrase(std::string_view field_prefix, std::string_view text) {
  const Words words = words_of(text, stem_);
  if (words.empty()) return Query::MatchNothing;
  if (words.starred.empty()) return side_by_side(field_prefix, words.surfaces);
  std::vector<Query> places;
  for (std::size_t i = 0; i < words.surfaces.size(); ++i) {
    const std::string& surface = words.surfaces[i];
    const bool starred = std::binary_search(words.starred.begin(), words.starred.end(), i);
    places.push_back(starred ? any_beginning(field_prefix, surface) : Query(make_term(field_prefix, surface)));
  }
  return in_order(places);
}

Query WordQueries::prefix(std::string_view field_prefix, std::string_view text) {
  const Words words = words_of(text, stem_);
  if (words.surfaces.size() != 1) return Query::MatchNothing;
  const std::string beginning = make_term(field_prefix, words.surfaces.front());
  std::size_t count = 0;
  for (auto it = database_.allterms_begin(beginning); it != database_.allterms_end(beginning); ++it) {
    if (++count > most_beginning_) break;
  }
  if (count > most_beginning_) cut_short_.insert(words.surfaces.front());
  return Query(Query::OP_WILDCARD, beginning, static_cast<Xapian::termcount>(most_beginning_),
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
        parts.push_back(any_beginning(field_prefix, surface));
      else if (node.kind == NodeKind::word)
        parts.push_back(any_form(field_prefix, surface, words.stems[i]));
      else
        parts.emplace_back(make_term(field_prefix, surface));
    }
    const std::size_t size = words.surfaces.size();
    if (size < 2) continue;
    phrases.push_back(node.kind == NodeKind::word ? run(field_prefix, words, 0, size)
                                                  : phrase(field_prefix, node.text));
  }
  made_order_ = true;
  // Xapian counts the window in words, both ends included.
  const auto window = static_cast<Xapian::termcount>(distance + parts.size() - 1);
  const Query together(Query::OP_NEAR, parts.begin(), parts.end(), window);
  if (phrases.empty()) return together;
  return Query(Query::OP_FILTER, together, Query(Query::OP_AND, phrases.begin(), phrases.end()));
}

Query WordQueries::in_order(const std::vector<Query>& places) {
  if (places.empty()) return Query::MatchNothing;
  if (places.size() == 1) return places.front();
  made_order_ = true;
  return Query(Query::OP_PHRASE, places.begin(), places.end(), static_cast<Xapian::termcount>(places.size()));
}

Query WordQueries::run(std::string_view field_prefix, const Words& words, std::size_t first, std::size_t count) {
  std::vector<Query> places;
  for (std::size_t i = first; i < first + count; ++i)
    places.push_back(any_form(field_prefix, words.surfaces[i], words.stems[i]));
  return in_order(places);
}

Query WordQueries::side_by_side(std::string_view field_prefix, const std::vector<std::string>& surfaces) {
  std::vector<Query> places;
  for (const std::string& surface : surfaces) places.emplace_back(make_term(field_prefix, surface));
  return in_order(places);
}

Query WordQueries::any_beginning(std::string_view field_prefix, const std::string& surface) {
  const std::string beginning = make_term(field_prefix, surface);
  std::vector<std::pair<Xapian::doccount, std::string>> found;
  for (auto it = database_.allterms_begin(beginning); it != database_.allterms_end(beginning); ++it)
    found.emplace_back(it.get_termfreq(), *it);
  const std::size_t most = std::min({kMostInPhrase, most_beginning_, found.size()});
  if (most < found.size()) cut_short_.insert(surface);
  std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(most), found.end(), std::greater<>());
  std::vector<Query> words;
  for (std::size_t i = 0; i < most; ++i) words.emplace_back(found[i].second);
  return any_of(words);
}

Query WordQueries::any_form(std::string_view field_prefix, const std::string& surface, const std::string& stem) {
  const auto [known, is_new] = forms_.try_emplace({make_term(field_prefix, surface), stem});
  if (!is_new) return known->second;
  std::vector<Query> words{Query(known->first.first)};
  const std::string beginning = std::string(field_prefix) + common_beginning(surface, stem);
  std::size_t looked_at = 0;
  for (auto it = database_.allterms_begin(beginning); it != database_.allterms_end(beginning); ++it) {
    if (++looked_at > kMostAlike) break;
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
