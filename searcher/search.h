#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <sys/types.h>
#include <xapian.h>

#include "common/article.h"
#include "common/index/stem.h"
#include "searcher/answer/explain.h"
#include "searcher/answer/facets.h"
#include "searcher/answer/order.h"
#include "searcher/answer/page.h"
#include "searcher/answer/since.h"
#include "searcher/answer/snippet.h"
#include "searcher/answer/timeline.h"
#include "searcher/query/ast.h"
#include "searcher/query/compile.h"

namespace council_news {

/// What is asked.
struct Request {
  std::string query;
  std::size_t limit = 10;
  std::size_t offset = 0;
  SortOrder sort = SortOrder::relevance;
  bool any = false;     ///< any of the words, the best first
  bool plain = false;   ///< the query is words only, whatever signs are in it
  bool partial = true;  ///< when no article has all the words, those with some will do
  bool group = false;   ///< of articles that carry the same story, the best one
  bool explain = false;
  bool timeline = false;
  std::vector<std::string> facets;  ///< names of facets.h
  std::string similar;              ///< an id: articles like that one; a query beside it narrows them
  std::string show;                 ///< an id: that article, whole; the query is not looked at
  std::vector<Mark> since;          ///< only what entered the archive after these, if any
};

/// What the request wants of its words, unless no article has them all.
Wanted wanted_of(const Request& request);

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

/// Asks a database. Opens it once; when an indexer has changed it meanwhile, the search is run again on the new state.
class Searcher {
 public:
  /// `today` is what `date:yesterday` is counted from. Throws DatabaseError.
  Searcher(const std::filesystem::path& path, const Day& today);
  /// Several databases, searched as one: folders, and addresses as `tcp://host:4242` (common/index/remote.h).
  Searcher(std::vector<std::filesystem::path> paths, const Day& today);

  /// Throws UsageError for a query that asks for nothing, DatabaseError when the database cannot be read.
  Answer search(const Request& request);

  /// Every match: `begin` gets the answer without its hits, with the exact total, then `each` gets every hit. In the
  /// order in which they entered the archive none is kept; `sorted` as the request says, their numbers are. Limit,
  /// offset and group are not looked at.
  void search_all(const Request& request, bool sorted, const std::function<void(const Answer&)>& begin,
                  const std::function<void(Hit)>& each);

  /// Sees what indexers have written since, also when they put another database in its place.
  void refresh();

  /// How far each database has come, as the last search saw it.
  std::vector<Mark> marks() const;

 private:
  void open();
  bool is_local() const;  ///< are all databases on this machine?
  Answer show(const std::string& id);
  Answer similar(const Request& request);
  CompiledQuery compile_for(const Request& request, Wanted wanted, const Node& root);
  CompiledQuery prepare(const Request& request, Wanted wanted, Node& root, Answer& answer);
  void count(const Request& request, const Xapian::Query& query, Answer& answer) const;
  void each_sorted(const Request& request, const CompiledQuery& compiled, const Highlighter& highlighter,
                   const std::function<void(Hit)>& each);
  Hit hit_of(const Xapian::Document& document, const Highlighter& highlighter);
  /// What to say when no article has all that was asked for, or where any of the words would do.
  void advise(const Request& request, const Node& root, Answer& answer);
  Answer search_once(const Request& request);
  Page run(const Request& request, const CompiledQuery& compiled, Answer& answer) const;
  /// Phrases and nearness, which cost by how many matches are looked at. Nothing when the best do not tell.
  std::optional<Page> run_in_order(const Request& request, const Xapian::Query& query, Answer& answer) const;
  Page run_in_full(const Request& request, const CompiledQuery& compiled, Answer& answer) const;
  void read_hits(const Page& page, const Request& request, const CompiledQuery& compiled, const Node& root,
                 Answer& answer);

  std::vector<std::filesystem::path> paths_;
  std::vector<Xapian::Database> parts_;  ///< one a path
  std::vector<ino_t> inodes_;            ///< of the folders as they were opened
  Xapian::Database database_;            ///< all of them as one
  Stemmer stem_;
  Day today_;
};

}  // namespace council_news
