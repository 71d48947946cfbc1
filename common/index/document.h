#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/index/stem.h"

namespace council_news {

/// The Xapian document of an article, as schema.h lays it out. `identities` are the hashes the article is known by
/// (enrich/identity.h); its id is one of them.
///
/// Headline, summary and body share one sequence of positions, with gaps so that no phrase spans two of them. Each
/// hyphenated word is added once more as one word among its neighbours. A summary repeated in the body is not indexed
/// again. Its earlier texts are found, but have no weight.
Xapian::Document make_document(const Article& article, const std::vector<std::string>& identities, Stemmer& stem);

/// The terms with a prefix, sorted, from the beginning of a term list. No other prefix may begin as it does.
std::vector<std::string> terms_with_prefix(Xapian::TermIterator terms, std::string_view prefix);

/// The article that a document was made from: the first line of its data.
Article article_of(const Xapian::Document& document);

/// What the article was merged from (common/merge.h): the other lines of the data. There are none if the article is its
/// only reading. Throws InputError if the data is damaged.
std::vector<Article> readings_of(const Xapian::Document& document);

}  // namespace council_news
