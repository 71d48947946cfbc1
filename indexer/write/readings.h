#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "indexer/enrich/identity.h"
#include "indexer/write/record.h"

namespace council_news {

/// An article is merged from its readings (common/merge.h), for example one from a feed, one from its page and later
/// captures of the page. They are stored as they were read, in the order of their times.
///
/// An identified reading (`is_identified` in enrich/identity.h) has a headline and a URL or guid that is its own; the
/// others are unidentified. Identified readings of the same article form a connected component of `are_same_article`.
/// An unidentified reading belongs to every identified article that it matches. So the articles depend only on the set
/// of readings, not on their order.

/// The most readings that an article keeps: the first and the last of each form, and the largest steps between.
inline constexpr std::size_t kMaxReadings = 16;

/// The most identities that an article keeps. When it has more, those of readings that are gone are dropped.
inline constexpr std::size_t kMaxIdentities = 64;

/// Has the article an identified reading?
bool has_identified_reading(const Record& record, const SharedAddresses& shared);

/// Does `reading` belong to this article? Only identified readings of the article are compared, if it has any; and if
/// `reading` has a guid, only those that have one too, if there are any: a page says nothing about two entries.
bool is_reading_of(const Record& record, const Article& reading, const SharedAddresses& shared);

/// When each version (the id of a reading) was seen last in each source, in this run: readings that were not stored
/// because nothing was new. They matter if a reading of an earlier time is found afterwards, as in an import of
/// captures.
class Confirmations {
 public:
  void add(const Article& reading, Timestamp seen);
  /// Nothing if it was not seen.
  std::optional<Timestamp> last(const Article& reading) const;

 private:
  std::unordered_map<std::string, Timestamp> last_;
};

/// The reading of the record that says already what `reading` says: its source, or if that was never read any other of
/// its form, gave this version last, at the time of `reading`. nullptr if there is none.
Article* find_known(Record& record, const Article& reading);

/// Adds a reading to an article, and removes what it makes superfluous.
void add_reading(Record& record, const Article& reading, const SharedAddresses& shared, Confirmations& confirmations);
void add_reading(Record& record, const Article& reading, const SharedAddresses& shared);

/// Adds everything known about another article that turned out to be the same.
void absorb(Record& record, const Record& other, const SharedAddresses& shared);

/// Returns the unidentified readings of an article that match an identified reading of another. They are removed from
/// `record` unless that has identified readings itself; the rest may then be disconnected: see cluster_readings().
std::vector<Article> extract_unidentified(Record& record, const Article& identified, const SharedAddresses& shared);

/// Groups readings into articles: the connected components of is_reading_of(), and the unidentified readings with each
/// article that they match.
std::vector<Record> cluster_readings(const std::vector<Article>& readings, const SharedAddresses& shared);

}  // namespace council_news
