#pragma once

#include <string>
#include <vector>

#include "indexer/write/record.h"

namespace council_news {

/// An article is merged from its readings (enrich/merge.h), for example one from a feed, one from its page and later
/// captures of the page. All readings are stored as they were read.
///
/// An identified reading (`is_identified` in enrich/identity.h) has a headline and a URL or guid; the others are
/// unidentified. Identified readings of the same article form a connected component of `are_same_article`. An
/// unidentified reading belongs to every identified article that it matches. So the articles depend only on the set of
/// readings, not on their order.

/// Has the article an identified reading?
bool has_identified_reading(const Record& record);

/// Does `reading` belong to this article? Only identified readings of the article are compared, if it has any.
bool is_reading_of(const Record& record, const Article& reading);

/// Adds a reading to an article. Merges the two earliest if there are too many.
void add_reading(Record& record, const Article& reading);

/// Adds everything known about another article that turned out to be the same.
void absorb(Record& record, const Record& other);

/// Returns the unidentified readings of an article that match an identified reading of another. They are removed from
/// `record` unless that has identified readings itself; the rest may then be disconnected: see cluster_readings().
std::vector<Article> extract_unidentified(Record& record, const Article& identified);

/// Groups unidentified readings into articles: the connected components of is_reading_of().
std::vector<Record> cluster_readings(const std::vector<Article>& readings);

}  // namespace council_news
