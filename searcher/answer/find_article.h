#pragma once

#include <string>

#include <xapian.h>

namespace council_news {

/// The article with that id, or with an id of which `id` is a prefix. Throws UsageError if there is none, or several,
/// which it lists.
Xapian::Document find_article(const Xapian::Database& database, const std::string& id);

}  // namespace council_news
