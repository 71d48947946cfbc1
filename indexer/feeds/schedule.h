#pragma once

#include <cstdint>
#include <optional>

#include "indexer/feeds/feed.h"

namespace council_news {

/// In seconds.
inline constexpr std::int64_t kHour = 3600;
inline constexpr std::int64_t kDay = 24 * kHour;

/// What determines the time of the next request, in seconds where given.
struct RefreshHints {
  bool has_validators = false;
  std::optional<std::int64_t> fresh_for;      ///< HTTP caching headers
  std::optional<std::int64_t> ttl;            ///< RSS ttl
  std::optional<std::int64_t> update_period;  ///< sy:updatePeriod, divided by sy:updateFrequency
  std::optional<int> every_hours;             ///< FeedSettings::every_hours
};

/// Seconds from a success to the next request: an hour, or a day without validators; longer if the feed requests it (up
/// to a day) or the user has set it (without limit). An interval of a day or more is shortened by half an hour, so that
/// a nightly run with a varying start time does not skip every second night.
std::int64_t interval_after_success(const RefreshHints& hints);

/// Exponential backoff in seconds after the given number of consecutive failures: an hour, doubled each time, at most
/// 16 hours, from the tenth failure at most six days; plus up to a quarter, depending on `jitter` in [0, 1).
std::int64_t backoff_after(int failures, double jitter);

/// Limits a Retry-After time to a day.
std::int64_t capped_retry_after(std::int64_t seconds);

/// Should a feed be requested at `now`? Not before its time, and not in its skipHours and skipDays, unless it is
/// overdue by a day (three days for skipDays); never if it is gone or a duplicate.
bool is_due(const FeedState& state, Timestamp now);

Timestamp later(Timestamp moment, std::int64_t seconds);

}  // namespace council_news
