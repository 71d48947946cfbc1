#pragma once

#include <string>

#include <xapian.h>

#include "common/index/stem.h"
#include "searcher/query/ast.h"

namespace council_news {

/// "Did you mean": the query as typed, with each word that is in no article replaced by the nearest word of the archive
/// (texts, bylines, outlets) or of council names; among equally near ones, the most frequent. Words of `author:`,
/// `outlet:` and `title:` are replaced by those of their field. Empty if every word is known or nothing is near. Known
/// words, other fields and numbers never change.
std::string did_you_mean(const Node& root, const std::string& typed, const Xapian::Database& database, Stemmer& stem);

}  // namespace council_news
