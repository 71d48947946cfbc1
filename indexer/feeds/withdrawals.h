#pragma once

#include <string>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/write/archive_writer.h"

namespace council_news {

/// An entry is withdrawn if its feed lists it as deleted (at:deleted-entry, RFC 6721) or if it is no longer in a
/// complete feed (fh:complete, RFC 5005). Its article is kept, but reported with the feed, in case the user wants to
/// delete it with `council-index remove ID`.

/// The ids of the stored articles of withdrawn entries, given by guid or by entry key.
std::vector<std::string> withdrawn_articles(const ArchiveWriter& writer, const Feed& feed,
                                            const std::vector<std::string>& guids,
                                            const std::vector<std::string>& entry_keys);

/// Stores the ids in the state of the feed, to report them for 30 days.
void note_withdrawals(Feed& feed, const std::vector<std::string>& ids, Timestamp now);
bool has_recent_withdrawals(const Feed& feed, Timestamp now);

/// `2 articles were withdrawn by the feed but kept: 0b5131fa 5d29252c`
std::string withdrawn_text(const std::vector<std::string>& ids);

}  // namespace council_news
