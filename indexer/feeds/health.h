#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "indexer/feeds/feed.h"

namespace council_news {

/// One thing that is wrong or odd about a feed.
struct FeedIssue {
  std::string code;           ///< gone, html, not-a-feed, cut-off, refused, http-error, unreachable, duplicate, missed,
                              ///< withdrawn, moved, empty, stale, new-guids
  std::string text;           ///< for people
  bool needs_person = false;  ///< it will not get well by itself
};

/// All of them, the worst first. What is over is not among them; a move and what was withdrawn are told for a
/// month, a gap and new guids for a fortnight.
std::vector<FeedIssue> issues_of(const Feed& feed, Timestamp now);

bool needs_person(const Feed& feed, Timestamp now);

/// The health of all feeds, those that need a person first. For people a feed a paragraph: `!` before one that needs a
/// person, `-` before one with something odd. As JSON one object.
void write_health_text(std::ostream& out, const std::vector<Feed>& feeds, Timestamp now);
void write_health_json(std::ostream& out, const std::vector<Feed>& feeds, Timestamp now);

}  // namespace council_news
