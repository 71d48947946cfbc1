#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"

namespace council_news {

/// One part of the score of an article, in words.
struct Reason {
  std::string what;   ///< `“trust, trusts”, 9 times, also in the headline`
  double weight = 0;  ///< of the score; 0 for what only had to be there
};

/// One article found.
struct Hit {
  std::size_t rank = 0;  ///< from 1, offset included
  double score = 0;
  Article article;
  std::string snippet;  ///< the passage that answers best; plain text, one line
  std::vector<std::pair<std::size_t, std::size_t>>
      matches;  ///< words found in the snippet, as [begin, end) in characters
  std::vector<std::pair<std::size_t, std::size_t>> title_matches;  ///< likewise in the headline
  std::size_t also = 0;                                            ///< other articles that carry the same story
  std::vector<std::string> also_in;                                ///< their outlets, other than this one's
  std::vector<Article> others;                                     ///< of a whole article: those others, oldest first
  std::vector<Reason> reasons;                                     ///< of the score, if asked to explain
  std::vector<std::string> attributions;                           ///< of councils and topics, in words, likewise
};

/// How many matches have one value of a facet.
struct FacetCount {
  std::string value;  ///< as the field of its facet takes it: `council:=sandwell`, `date:=2018-01`
  std::string label;  ///< for people: `Sandwell`
  std::size_t count = 0;
};

/// How the values of a facet are ordered: by descending count, or by the values themselves (years, months).
enum class FacetOrder { count, value };

/// The values of one facet.
struct Facet {
  std::string name;
  FacetOrder order = FacetOrder::count;
  std::vector<FacetCount> counts;
};

/// The matches of one day, month or year.
struct Period {
  std::string period;  ///< `2018-01-29`, `2018-01` or `2018`, as `date:` takes it
  std::size_t count = 0;
  std::size_t archive = 0;  ///< all articles of the archive from that time
};

/// What was found.
struct Answer {
  std::string query;
  std::string read_as;
  std::size_t total = 0;
  bool exact = true;       ///< is `total` counted rather than estimated?
  bool relaxed = false;    ///< no article has all the words: these have some
  bool last_page = false;  ///< do the hits end with the last one, fewer than the limit?
  std::vector<std::string> warnings;
  std::string suggestion;  ///< the query with its unknown words corrected, when it found nothing or only parts
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::vector<Period> timeline;
  bool whole = false;  ///< the one hit was asked for by its id, to be shown whole
  std::string name;    ///< of the saved search it answers
};

}  // namespace council_news
