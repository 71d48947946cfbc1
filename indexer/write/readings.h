#pragma once

#include <string>
#include <vector>

#include "indexer/write/record.h"

namespace council_news {

/// An article is what its readings together say (enrich/merge.h): one from a feed, one from its page, captures of the
/// page. All are kept as they were read. Which readings are of one article is a matter of them alone, and so the same
/// in whatever order they came: firm ones (enrich/identity.h) that tell of one article, or hang together by others that
/// do; a loose one is with every firm one that it fits.

/// Has an article a reading that can stand for itself?
bool is_firm(const Record& record);

/// Is a reading one of this article? Loose readings say nothing of one that has firm ones.
bool tells_of(const Record& record, const Article& reading);

/// Gives an article one more reading. When there are very many the earliest are merged into one.
void add_reading(Record& record, const Article& reading);

/// Gives an article all that is known of another one that turned out to be the same.
void absorb(Record& record, const Record& other);

/// Takes out the loose readings of an article that tell of what a firm reading tells of. What is left of the article,
/// when it has no firm readings itself, may fall apart: see hanging_together.
std::vector<Article> take_loose(Record& record, const Article& firm);

/// Loose readings as the articles they make: those together that hang together.
std::vector<Record> hanging_together(const std::vector<Article>& readings);

}  // namespace council_news
