#include "searcher/answer/grouping.h"

#include <algorithm>

#include "common/index/document.h"
#include "common/index/relations.h"
#include "common/index/schema.h"

namespace council_news {

namespace {

std::vector<Xapian::Document> others_in_group(const Xapian::Database& database, const Xapian::Document& document) {
  std::vector<Xapian::Document> others;
  const std::string group = document.get_value(kGroupSlot);
  if (group.empty()) return others;
  const std::string term = make_term(kGroupPrefix, group);
  for (auto it = database.postlist_begin(term); it != database.postlist_end(term); ++it)
    if (*it != document.get_docid()) others.push_back(database.get_document(*it));
  return others;
}

}  // namespace

Others others_of(const Xapian::Database& database, const Xapian::Document& document) {
  Others others;
  const std::string own = document.get_value(kOutletSlot);
  for (const Xapian::Document& other : others_in_group(database, document)) {
    ++others.count;
    const std::string outlet = other.get_value(kOutletSlot);
    const bool is_new = std::find(others.outlets.begin(), others.outlets.end(), outlet) == others.outlets.end();
    if (!outlet.empty() && outlet != own && is_new) others.outlets.push_back(outlet);
  }
  return others;
}

std::vector<Article> other_articles(const Xapian::Database& database, const Xapian::Document& document) {
  std::vector<Xapian::Document> others = others_in_group(database, document);
  std::stable_sort(others.begin(), others.end(), [](const Xapian::Document& one, const Xapian::Document& other) {
    return one.get_value(kPublishedSlot) < other.get_value(kPublishedSlot);
  });
  std::vector<Article> articles;
  for (const Xapian::Document& other : others) articles.push_back(article_of(other));
  return articles;
}

}  // namespace council_news
