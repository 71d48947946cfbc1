#include "common/text/time_zones.h"

#include <algorithm>
#include <iterator>

#include "common/text/timestamp.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

constexpr int kHour = 3600;
constexpr std::int64_t kSecondsPerDay = 86400;

/// The daylight saving rule of a zone.
enum class Summer : std::uint8_t {
  none,
  europe,   ///< last Sunday of March to last Sunday of October, 01:00 UTC (Directive 2000/84/EC; the same since 1996)
  america,  ///< second Sunday of March to first Sunday of November, 02:00 local (Energy Policy Act of 2005)
};

struct Zone {
  std::string_view name;  ///< lower case
  int hours;              ///< ahead of UTC in winter
  Summer summer = Summer::none;
};

constexpr Zone kZones[] = {
    {"z", 0},
    {"utc", 0},
    {"gmt", 0},
    {"ut", 0},
    {"wet", 0},
    {"etc/utc", 0},
    {"etc/gmt", 0},
    {"etc/universal", 0},
    {"bst", 1},  // British Summer Time; Bangladesh and Bougainville do not publish British council news
    {"west", 1},
    {"cet", 1},
    {"met", 1},
    {"mez", 1},
    {"cest", 2},
    {"mest", 2},
    {"mesz", 2},
    {"eet", 2},
    {"eest", 3},
    {"msk", 3},
    {"est", -5},
    {"edt", -4},
    {"cst", -6},
    {"cdt", -5},
    {"mst", -7},
    {"mdt", -6},
    {"pst", -8},
    {"pdt", -7},
    {"aest", 10},
    {"aedt", 11},
    {"nzst", 12},
    {"nzdt", 13},
    {"gb", 0, Summer::europe},
    {"europe/london", 0, Summer::europe},
    {"europe/belfast", 0, Summer::europe},
    {"europe/dublin", 0, Summer::europe},
    {"europe/guernsey", 0, Summer::europe},
    {"europe/isle_of_man", 0, Summer::europe},
    {"europe/jersey", 0, Summer::europe},
    {"europe/lisbon", 0, Summer::europe},
    {"europe/amsterdam", 1, Summer::europe},
    {"europe/berlin", 1, Summer::europe},
    {"europe/brussels", 1, Summer::europe},
    {"europe/copenhagen", 1, Summer::europe},
    {"europe/luxembourg", 1, Summer::europe},
    {"europe/madrid", 1, Summer::europe},
    {"europe/oslo", 1, Summer::europe},
    {"europe/paris", 1, Summer::europe},
    {"europe/prague", 1, Summer::europe},
    {"europe/rome", 1, Summer::europe},
    {"europe/stockholm", 1, Summer::europe},
    {"europe/vienna", 1, Summer::europe},
    {"europe/warsaw", 1, Summer::europe},
    {"europe/zurich", 1, Summer::europe},
    {"europe/athens", 2, Summer::europe},
    {"europe/helsinki", 2, Summer::europe},
    {"america/new_york", -5, Summer::america},
    {"america/toronto", -5, Summer::america},
    {"america/chicago", -6, Summer::america},
    {"america/denver", -7, Summer::america},
    {"america/los_angeles", -8, Summer::america},
};

const Zone* find_zone(std::string_view name) {
  const std::string lower = ascii_lower(name);
  const auto* const zone = std::find_if(std::begin(kZones), std::end(kZones),
                                        [&](const Zone& candidate) { return candidate.name == lower; });
  return zone == std::end(kZones) ? nullptr : zone;
}

/// Days since 1970 of the `nth` Sunday of a month; 0 is the last one.
std::int64_t sunday(int year, int month, int nth) {
  const Day first = nth == 0 ? (month == 12 ? Day{year + 1, 1, 1} : Day{year, month + 1, 1}) : Day{year, month, 1};
  const std::int64_t days = days_from_epoch(first);
  const std::int64_t weekday = ((days + 4) % 7 + 7) % 7;  // 1970-01-01 was a Thursday
  const std::int64_t next_sunday = days + (7 - weekday) % 7;
  return next_sunday + 7 * (nth - 1);
}

/// Whether a clock that shows `local_seconds`, in winter `offset` ahead of UTC, is on summer time. The hour that occurs
/// twice counts as summer time.
bool is_summer(Summer rule, std::int64_t local_seconds, int offset) {
  const int year = day_of({local_seconds, Precision::second}).year;
  if (rule == Summer::europe) {
    const std::int64_t begin = sunday(year, 3, 0) * kSecondsPerDay + kHour + offset;
    const std::int64_t end = sunday(year, 10, 0) * kSecondsPerDay + 2 * kHour + offset;
    return local_seconds >= begin && local_seconds < end;
  }
  if (rule == Summer::america) {
    const std::int64_t begin = sunday(year, 3, 2) * kSecondsPerDay + 2 * kHour;
    const std::int64_t end = sunday(year, 11, 1) * kSecondsPerDay + 2 * kHour;
    return local_seconds >= begin && local_seconds < end;
  }
  return false;
}

}  // namespace

std::optional<int> zone_offset(std::string_view name, std::int64_t local_seconds) {
  const Zone* zone = find_zone(name);
  if (zone == nullptr) return std::nullopt;
  const int winter = zone->hours * kHour;
  return is_summer(zone->summer, local_seconds, winter) ? winter + kHour : winter;
}

bool is_zone_name(std::string_view name) { return find_zone(name) != nullptr; }

}  // namespace council_news
