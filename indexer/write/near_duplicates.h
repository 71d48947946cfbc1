#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "indexer/write/record.h"

namespace council_news {

/// Groups articles that carry the same story in nearly the same words: a press release in ten papers, with other
/// headlines and cut tails. Two articles belong together when half of the shorter one's runs of words stand in the
/// other and they are at most two weeks apart; a group is all that hang together so. Two stories on one event, each in
/// its own words, share far less.
class NearDuplicates {
 public:
  explicit NearDuplicates(Xapian::WritableDatabase& database) : database_(database) {}

  /// The group of an article that is about to be written as document `self` (0 when it is new): empty when it is alone.
  /// Documents already in the database that come into another group by it are changed here.
  std::string join(const Article& article, Xapian::docid self);

 private:
  std::vector<Xapian::docid> candidates(const std::vector<std::string>& bands, Xapian::docid self) const;
  void move(Xapian::docid document, const std::string& group);

  Xapian::WritableDatabase& database_;
};

}  // namespace council_news
