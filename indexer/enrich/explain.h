#pragma once

#include <string>

#include "common/article.h"
#include "indexer/enrich/enrich.h"

namespace council_news {

/// The councils and topics found in an article, human-readable: its identities, each council and topic with its
/// evidence, and the candidates without enough evidence. Lines of plain text, not yet sanitised for a terminal.
std::string explain(const Article& article, const Findings& findings);

}  // namespace council_news
