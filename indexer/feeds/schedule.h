#pragma once

#include <cstdint>
#include <optional>

#include "indexer/feeds/feed.h"

namespace council_news {

/// Seconds.
inline constexpr std::int64_t kHour = 3600;
inline constexpr std::int64_t kDay = 24 * kHour;

/// What an answer and the feed in it say about when to ask again, in seconds; nothing is what is not said.
struct AskAgain {
  bool has_validators = false;
  std::optional<std::int64_t> fresh_for;      ///< HTTP caching headers
  std::optional<std::int64_t> ttl;            ///< RSS ttl
  std::optional<std::int64_t> update_period;  ///< sy:updatePeriod, divided by sy:updateFrequency
  std::optional<int> every_hours;             ///< what the person has set
};

/// Seconds from a success to the next request: an hour, a day without validators, longer if anything asks for it, but
/// what the feed asks for counts up to a day only. A person may set more. A day or more is shortened by half an hour,
/// so that a nightly run whose start wavers does not become one every second night.
std::int64_t interval_after_success(const AskAgain& hints);

/// Seconds to wait after the `failures`th failure in a row: an hour, doubled each time, up to 16 hours, from the tenth
/// on up to six days; up to a quarter more by `jitter`, which is in [0, 1).
std::int64_t back_off(int failures, double jitter);

/// Retry-After counts up to a day.
std::int64_t capped_retry_after(std::int64_t seconds);

/// Whether a feed may be asked at `now`: not before its time, not in its skipHours and skipDays unless these have held
/// it back for more than a day (for skipDays, three), never when it is gone or another's duplicate.
bool is_due(const FeedState& state, Timestamp now);

Timestamp later(Timestamp moment, std::int64_t seconds);

}  // namespace council_news
