#include "searcher/answer/timeline.h"

#include <iterator>
#include <map>

#include <fmt/core.h>

#include "common/index/schema.h"
#include "common/text/timestamp.h"

namespace council_news {
namespace {

constexpr std::int64_t kMaxDays = 62;
constexpr std::int64_t kMaxDaysByMonth = 6 * 366;

/// A unit of time: the name of a day's period, its date term, and the first day of the next period.
struct Unit {
  std::string (*name)(const Day&);
  std::string (*term)(const Day&);
  Day (*next)(const Day&);
};

constexpr Unit kByDay{[](const Day& d) { return fmt::format("{:04}-{:02}-{:02}", d.year, d.month, d.day); },
                      [](const Day& d) { return fmt::format("D{:04}{:02}{:02}", d.year, d.month, d.day); },
                      [](const Day& d) { return day_from_epoch(days_from_epoch(d) + 1); }};
constexpr Unit kByMonth{[](const Day& d) { return fmt::format("{:04}-{:02}", d.year, d.month); },
                        [](const Day& d) { return fmt::format("M{:04}{:02}", d.year, d.month); },
                        [](const Day& d) {
                          return d.month == 12 ? Day{d.year + 1, 1, 1} : Day{d.year, d.month + 1, 1};
                        }};
constexpr Unit kByYear{[](const Day& d) { return fmt::format("{:04}", d.year); },
                       [](const Day& d) { return fmt::format("Y{:04}", d.year); },
                       [](const Day& d) {
                         return Day{d.year + 1, 1, 1};
                       }};

const Unit& unit_for(std::int64_t days) {
  if (days <= kMaxDays) return kByDay;
  return days <= kMaxDaysByMonth ? kByMonth : kByYear;
}

}  // namespace

std::vector<Period> count_periods(const Xapian::Database& database, const Counted& counted, const Day& today) {
  std::map<std::int64_t, std::size_t> by_day;
  const auto stored = count_values(database, counted, {kDaySlot});
  for (const auto& [day, count] : stored.at(kDaySlot))
    by_day[static_cast<std::int64_t>(Xapian::sortable_unserialise(day))] += count;
  std::vector<Period> periods;
  if (by_day.empty()) return periods;
  const std::int64_t first = by_day.begin()->first;
  const auto after_today = by_day.upper_bound(days_from_epoch(today));
  const bool only_future = after_today == by_day.begin();
  const std::int64_t last = only_future ? first : std::prev(after_today)->first;
  const Unit& unit = unit_for((only_future ? by_day.rbegin()->first : last) - first + 1);
  auto match = by_day.begin();
  for (Day day = day_from_epoch(first); match != by_day.end() || days_from_epoch(day) <= last;) {
    if (days_from_epoch(day) > last) day = day_from_epoch(match->first);
    const Day next = unit.next(day);
    Period period{unit.name(day), 0, database.get_termfreq(unit.term(day))};
    for (; match != by_day.end() && match->first < days_from_epoch(next); ++match) period.count += match->second;
    periods.push_back(std::move(period));
    day = next;
  }
  return periods;
}

}  // namespace council_news
