#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/write/record.h"

namespace council_news {

/// What several articles of one outlet share word for word is no article's own text: sign-offs, appeals, notes that no
/// fixed rule knows. It is learnt from the archive itself, as paragraphs that stand in several articles which are not
/// near-duplicates of each other. Once learnt it is taken out of all that have it, the earlier ones too, so that the
/// order of arrival does not matter; it stays with the article as Article::boilerplate.
class Boilerplate {
 public:
  explicit Boilerplate(Xapian::WritableDatabase& database) : database_(database) {}

  /// Takes what is known to be boilerplate out of an article's text. True when anything was.
  bool clean(Article& article) const;

  /// Learns from an article that was just written. Returns the documents which have what was learnt now and must be
  /// cleaned and written again.
  std::vector<Xapian::docid> learn(const Article& article);

 private:
  bool is_learnt(const std::string& term) const;
  bool is_shared_by_different_stories(const std::string& term, std::size_t wanted) const;

  Xapian::WritableDatabase& database_;
};

}  // namespace council_news
