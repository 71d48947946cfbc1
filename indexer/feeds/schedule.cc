#include "indexer/feeds/schedule.h"

#include <algorithm>

namespace council_news {
namespace {

constexpr std::int64_t kSlack = kHour / 2;
constexpr int kManyFailures = 10;

bool has_bit(std::uint32_t bits, std::int64_t bit) { return (bits >> bit & 1u) != 0; }

}  // namespace

std::int64_t interval_after_success(const RefreshHints& hints) {
  std::int64_t interval = hints.has_validators ? kHour : kDay;
  for (const auto& requested : {hints.fresh_for, hints.ttl, hints.update_period}) {
    if (requested) interval = std::max(interval, std::min(*requested, kDay));
  }
  if (hints.every_hours) interval = std::max(interval, *hints.every_hours * kHour);
  return interval >= kDay ? interval - kSlack : interval;
}

std::int64_t backoff_after(int failures, double jitter) {
  const std::int64_t limit = failures < kManyFailures ? 16 * kHour : 6 * kDay;
  const std::int64_t doubled = kHour << std::clamp(failures - 1, 0, 10);
  const std::int64_t seconds = std::min(doubled, limit);
  return seconds + static_cast<std::int64_t>(static_cast<double>(seconds) / 4 * jitter);
}

std::int64_t capped_retry_after(std::int64_t seconds) { return std::clamp<std::int64_t>(seconds, 0, kDay); }

Timestamp later(Timestamp moment, std::int64_t seconds) { return {moment.seconds + seconds, Precision::second}; }

bool is_due(const FeedState& state, Timestamp now) {
  if (state.problem == FeedProblem::gone || state.problem == FeedProblem::duplicate) return false;
  if (!state.not_before) return true;
  if (now.seconds < state.not_before->seconds) return false;
  const std::int64_t overdue = now.seconds - state.not_before->seconds;
  const std::int64_t day = now.seconds / kDay;
  const std::int64_t hour = now.seconds % kDay / kHour;
  const bool skips_day = has_bit(state.skip_days, (day + 4) % 7);  // 1970-01-01 was a Thursday
  if (skips_day) return overdue >= 3 * kDay;
  return !has_bit(state.skip_hours, hour) || overdue >= kDay;
}

}  // namespace council_news
