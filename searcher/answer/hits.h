#pragma once

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/answer/answer.h"
#include "searcher/answer/snippet.h"
#include "searcher/query/ast.h"

namespace council_news {

/// Makes hits from matches: article, snippet with the words of the query, and other articles of the story. The caller
/// sets rank and score.
class HitReader {
 public:
  /// Keeps references to the database and the stemmer.
  HitReader(const Xapian::Database& database, const Node& query, Stemmer& stem)
      : database_(database), stem_(stem), highlighter_(query, stem) {}

  Hit read(const Xapian::Document& document) const;

 private:
  const Xapian::Database& database_;
  Stemmer& stem_;
  Highlighter highlighter_;
};

/// The answer to a request for a whole article: one hit, with the other articles of its story. Throws UsageError
/// (find_article.h).
Answer show_article(const Xapian::Database& database, const std::string& id);

/// The answer to a request for what was edited in an article. Throws UsageError.
Answer list_changes(const Xapian::Database& database, const std::string& id);

}  // namespace council_news
