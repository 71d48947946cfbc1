#pragma once

#include <string>

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/query/ast.h"

namespace council_news {

/// "Did you mean": `typed`, the query as written, with each word that stands in no article replaced by the nearest one
/// of the archive (texts, bylines, outlets) or of the councils' names; of equally near ones by the most frequent. Words
/// of `author:`, `outlet:` and `title:` are replaced by those of their field. Empty when every word is there or nothing
/// is near. Words that are there are never touched, and neither are other fields and numbers.
std::string did_you_mean(const Node& root, const std::string& typed, const Xapian::Database& database, Stemmer& stem);

}  // namespace council_news
