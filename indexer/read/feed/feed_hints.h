#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace council_news {

/// Metadata of a feed that matters for fetching it rather than for its articles.
struct FeedHints {
  std::string title;
  bool cut_off = false;              ///< the document is truncated
  bool complete = false;             ///< fh:complete (RFC 5005, 2): an entry that is absent was removed
  bool is_archive = false;           ///< fh:archive (RFC 5005, 4): the document will not change
  std::vector<std::string> deleted;  ///< guids of at:deleted-entry (RFC 6721): entries that were withdrawn
  std::string next;                  ///< rel=next, JSON Feed next_url; absolute
  std::string prev_archive;          ///< rel=prev-archive; absolute
  bool is_wordpress = false;
  std::optional<std::int64_t> ttl;            ///< seconds
  std::optional<std::int64_t> update_period;  ///< seconds; from sy:updatePeriod and sy:updateFrequency
  std::uint32_t skip_hours = 0;               ///< bit h is set if skipHours has hour h
  std::uint32_t skip_days = 0;                ///< bit d is set if skipDays has day d; Sunday is 0
};

/// Receives the hints of a feed before its first article.
using HintsSink = std::function<void(FeedHints&&)>;

}  // namespace council_news
