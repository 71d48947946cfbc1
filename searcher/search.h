#pragma once

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/text/stem.h"

namespace council_news {

enum class SortOrder { relevance, newest, oldest };

/// What is asked.
struct Request {
  std::string query;
  std::size_t limit = 10;
  std::size_t offset = 0;
  SortOrder sort = SortOrder::relevance;
  bool any = false;    ///< any of the words, the best first
  bool plain = false;  ///< the query is words only, whatever signs are in it
};

/// One article found.
struct Hit {
  std::size_t rank = 0;  ///< from 1, offset included
  double score = 0;
  Article article;
  std::string snippet;  ///< the passage that answers best; plain text, one line
  std::vector<std::pair<std::size_t, std::size_t>> matches;  ///< words found in the snippet, as [begin, end) in characters
};

/// What was found.
struct Answer {
  std::string query;
  std::string read_as;
  std::size_t total = 0;
  bool exact = true;      ///< is `total` counted rather than estimated?
  bool relaxed = false;   ///< no article has all the words: these have some
  std::vector<std::string> warnings;
  std::vector<Hit> hits;
};

/// Asks a database. Opens it once; when an indexer has changed it meanwhile, the search is run again on the new state.
class Searcher {
 public:
  /// `today` is what `date:yesterday` is counted from. Throws DatabaseError.
  Searcher(const std::filesystem::path& path, const Day& today);

  /// Throws UsageError for a query that asks for nothing, DatabaseError when the database cannot be read.
  Answer search(const Request& request);

 private:
  Answer search_once(const Request& request);

  Xapian::Database database_;
  Stemmer stem_;
  Day today_;
};

}  // namespace council_news
