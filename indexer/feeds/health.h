#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "indexer/feeds/feed.h"

namespace council_news {

/// A problem or notable event of a feed.
struct FeedIssue {
  std::string code;           ///< gone, html, not-a-feed, cut-off, refused, http-error, unreachable, duplicate, missed,
                              ///< withdrawn, moved, empty, stale, new-guids
  std::string text;           ///< human-readable
  bool needs_person = false;  ///< it is unlikely to resolve without the user
};

/// The current issues of a feed, worst first. Moves and withdrawals are reported for 30 days, gaps and changed guids
/// for 14 days.
std::vector<FeedIssue> issues_of(const Feed& feed, Timestamp now);

bool needs_person(const Feed& feed, Timestamp now);

/// Writes the health of all feeds, worst first. As text, a paragraph per feed, marked `!` if it needs attention and `-`
/// if it has other issues; as JSON, one object.
void write_health_text(std::ostream& out, const std::vector<Feed>& feeds, Timestamp now);
void write_health_json(std::ostream& out, const std::vector<Feed>& feeds, Timestamp now);

}  // namespace council_news
