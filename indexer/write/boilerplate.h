#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/write/record.h"

namespace council_news {

/// Learns boilerplate from the archive: paragraphs, such as sign-offs and appeals, that several articles of one outlet
/// share verbatim without being near-duplicates of each other. Once learnt, a paragraph is removed from the text of all
/// articles, earlier ones too, so that the order of arrival does not matter. It is kept in Article::boilerplate.
class Boilerplate {
 public:
  explicit Boilerplate(Xapian::WritableDatabase& database) : database_(database) {}

  /// Moves known boilerplate out of the text of an article. Returns whether there was any.
  bool clean(Article& article) const;

  /// Learns from an article that was just written. Returns the documents that contain newly learnt boilerplate, which
  /// must be cleaned and written again.
  std::vector<Xapian::docid> learn(const Article& article);

 private:
  bool is_learnt(const std::string& term) const;
  bool is_shared_by_different_stories(const std::string& term, std::size_t min_stories) const;

  Xapian::WritableDatabase& database_;
};

}  // namespace council_news
