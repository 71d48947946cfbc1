#pragma once

#include <string>

#include "common/article.h"
#include "indexer/enrich/enrich.h"

namespace council_news {

/// What we found out about an article and why, for people: what it is known by, each council and topic with what speaks
/// for it, and what spoke for others without being enough. Lines of plain text; not yet cleaned for a terminal.
std::string explain(const Article& article, const Findings& findings);

}  // namespace council_news
