#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "common/article.h"

namespace council_news {

/// One part of an article's score, in words.
struct Reason {
  std::string what;   ///< `“trust, trusts”, 9 times, also in the headline`
  double weight = 0;  ///< share of the score; 0 for a mere condition
};

/// One result.
struct Hit {
  std::size_t rank = 0;  ///< from 1, counting skipped results
  double score = 0;
  Article article;
  std::string snippet;                                       ///< the best passage; plain text, one line
  std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< matches in the snippet, as [begin, end) in characters
  std::vector<std::pair<std::size_t, std::size_t>> title_matches;  ///< likewise in the headline
  std::size_t also = 0;                                            ///< other articles that carry the same story
  std::vector<std::string> also_in;                                ///< the outlets of those, without this one's
  std::vector<Article> others;                                     ///< of a whole article: those others, oldest first
  std::vector<std::string> searches;      ///< in a digest: the saved searches it is new for, this answer's first
  std::vector<Reason> reasons;            ///< parts of the score, if the request says `explain`
  std::vector<std::string> attributions;  ///< likewise: why it has its councils and topics, in words
  std::optional<Timestamp> edited;        ///< of a whole article: when its headline or text was last edited
};

/// A run of words of two texts compared: in both, only in the earlier one, only in the later one.
enum class EditKind { same, removed, added };
struct Edit {
  EditKind kind = EditKind::same;
  std::string text;  ///< words separated by single spaces

  bool operator==(const Edit&) const = default;
};
using Edits = std::vector<Edit>;

/// A state of an article, and what was edited since the one before.
struct ArticleVersion {
  std::optional<Timestamp> at;  ///< when it was read, or captured
  std::string title;
  std::string text;  ///< summary and body
  std::size_t words = 0;
  bool other_form = false;  ///< read from another kind of source, as the page after the feed: no edit, not compared
  Edits title_edits;        ///< empty if the headline is the same
  std::vector<Edits> text_edits;  ///< the changed paragraphs

  bool is_edit() const { return !title_edits.empty() || !text_edits.empty(); }
};

/// The versions of an article, the earliest first: at least one.
struct History {
  Article article;
  std::vector<ArticleVersion> versions;
  std::vector<std::string> other_titles;  ///< headlines that no version has: of another form, or no longer kept
};

/// The number of matches with one value of a facet.
struct FacetCount {
  std::string value;  ///< as the field of its facet takes it: `council:=sandwell`, `date:=2018-01`
  std::string label;  ///< human-readable: `Sandwell`
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
  std::size_t archive = 0;  ///< all articles of that period in the archive
};

/// The answer to a request.
struct Answer {
  std::string query;
  std::string read_as;
  std::size_t total = 0;
  bool exact = true;       ///< `total` is counted, not estimated
  bool relaxed = false;    ///< no article has all the words; these have some of them
  bool last_page = false;  ///< there are fewer hits than the limit
  std::vector<std::string> warnings;
  std::string suggestion;  ///< the query with unknown words corrected, if no article has all of its words
  std::vector<Hit> hits;
  std::vector<Facet> facets;
  std::vector<Period> timeline;
  bool whole = false;              ///< the one hit is a whole article, requested by id
  std::optional<History> history;  ///< what was edited in an article, if requested; there are no hits
  std::string name;                ///< of the saved search it answers
};

}  // namespace council_news
