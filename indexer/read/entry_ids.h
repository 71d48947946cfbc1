#pragma once

#include <map>
#include <string>

#include "common/article.h"
#include "indexer/read/sniff.h"

namespace council_news {

/// The ids of the entries of one document: their guids, or links including the fragment. Two entries with different ids
/// are two articles (unless an export says that they are from different documents), so an address that they share is
/// the address of neither (Article::shared): often that of a list.
class EntryIds {
 public:
  /// Without guids, two headlines of a feed (RSS, Atom, JSON Feed) at one address are two entries as well. In other
  /// documents they may be two captures of one page.
  explicit EntryIds(Format format);

  void add(const Article& entry);

  /// Notes in an entry if entries added so far share its address.
  void mark(Article& entry) const;

 private:
  struct Address {
    std::string first_id;
    bool is_shared = false;
  };

  std::string id_of(const Article& entry) const;

  bool is_feed_;
  std::map<std::string, Address> addresses_;  ///< by canonical URL and source
};

}  // namespace council_news
