#pragma once

#include <string>

#include <xapian.h>

namespace council_news {

/// The article of that id, which may be shortened as long as it is one article's. Throws UsageError when there is none,
/// and when there are several, naming them.
Xapian::Document find_article(const Xapian::Database& database, const std::string& id);

}  // namespace council_news
