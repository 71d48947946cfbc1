#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/index/stem.h"

namespace council_news {

/// Makes the Xapian document of an article, as schema.h lays it out. `identities` are the hashes under which the
/// article is known (enrich/identity.h); its id is one of them.
///
/// The words of headline, summary and body stand in one sequence of positions, with gaps between the three so that no
/// phrase spans two, and each hyphenated word once more as one word among its neighbours. A summary that the body
/// repeats is not indexed again.
Xapian::Document make_document(const Article& article, const std::vector<std::string>& identities, Stemmer& stem);

/// The article that make_document was given: the first line of the document's data.
Article article_of(const Xapian::Document& document);

}  // namespace council_news
