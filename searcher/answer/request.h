#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace council_news {

/// `recent`: relevance, with something added for being new.
enum class SortOrder { relevance, newest, oldest, recent };

/// How far a database had come when a search ran: what entered later is newer than this.
struct Mark {
  std::string uuid;        ///< of the database; a compacted or rebuilt one has another
  std::uint32_t last = 0;  ///< its highest document number
  std::string seen;        ///< the newest value of the slot of first_seen
};

/// What is asked.
struct Request {
  std::string query;
  std::size_t limit = 10;
  std::size_t offset = 0;
  SortOrder sort = SortOrder::relevance;
  bool any = false;    ///< any of the words, the best first
  bool plain = false;  ///< the query is words only, whatever signs are in it
  bool relax = true;   ///< when no article has all the words, those with some will do
  bool group = false;  ///< of articles that carry the same story, the best one
  bool explain = false;
  bool timeline = false;
  std::vector<std::string> facets;  ///< names of facets: `council`, `year`
  std::string similar;              ///< an id: articles like that one; a query beside it narrows them
  std::string show;                 ///< an id: that article, whole; the query is not looked at
  std::vector<Mark> since;          ///< only what entered the archive after these, if any
};

}  // namespace council_news
