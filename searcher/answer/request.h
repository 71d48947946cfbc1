#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace council_news {

/// `recent`: relevance with a bonus for new articles.
enum class SortOrder { relevance, newest, oldest, recent };

/// A search request.
struct Request {
  std::string query;
  std::size_t limit = 10;
  std::size_t offset = 0;
  SortOrder sort = SortOrder::relevance;
  bool any = false;    ///< match any of the words, best first
  bool plain = false;  ///< read the query as plain words, without operators or fields
  bool relax = true;   ///< if no article has all the words, find those with some of them
  bool group = false;  ///< find only the best article of each story
  bool explain = false;
  bool timeline = false;
  std::vector<std::string> facets;  ///< names of facets: `council`, `year`
  std::string similar;              ///< an id: find articles like that one; `query` narrows the results
  std::string show;                 ///< an id: show that article whole; `query` is ignored
  std::string changes;              ///< an id: list what was edited in that article; `query` is ignored
};

}  // namespace council_news
