#include "searcher/answer/grouping.h"

#include <algorithm>

#include "common/index/relations.h"
#include "common/index/schema.h"

namespace council_news {

Others others_of(const Xapian::Database& database, const Xapian::Document& document) {
  Others others;
  const std::string group = document.get_value(kGroupSlot);
  if (group.empty()) return others;
  const std::string own = document.get_value(kOutletSlot);
  const std::string term = make_term(kGroupPrefix, group);
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it) {
    if (*it == document.get_docid()) continue;
    ++others.count;
    const std::string outlet = database.get_document(*it).get_value(kOutletSlot);
    const bool is_new = std::find(others.outlets.begin(), others.outlets.end(), outlet) == others.outlets.end();
    if (!outlet.empty() && outlet != own && is_new) others.outlets.push_back(outlet);
  }
  return others;
}

}  // namespace council_news
