#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"

namespace council_news {

/// The other articles that carry the same story (common/index/relations.h).
struct Others {
  std::size_t count = 0;
  std::vector<std::string> outlets;  ///< theirs, each once, without this one's
};

Others others_of(const Xapian::Database& database, const Xapian::Document& document);

/// Those articles, oldest first.
std::vector<Article> other_articles(const Xapian::Database& database, const Xapian::Document& document);

}  // namespace council_news
