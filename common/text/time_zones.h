#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace council_news {

/// What the name of a zone says about the clock beside it.
enum class ZoneKind : std::uint8_t {
  unknown,
  ambiguous,  ///< the name of several zones: `IST` is Ireland, Israel or India
  utc,        ///< UTC by one of its names, `GMT` among them
  local,      ///< the clock of some place
};

/// The kind of a name, ignoring case. Military letters except Z are unknown (RFC 2822, 4.3: they were used with both
/// signs).
ZoneKind zone_kind(std::string_view name);

/// Seconds that the clocks of the zone `name` are ahead of UTC when they show `local_seconds` (seconds since 1970 as
/// if that clock were UTC). An hour that occurs twice counts as summer time. Nothing for unknown and ambiguous names.
std::optional<int> zone_offset(std::string_view name, std::int64_t local_seconds);

}  // namespace council_news
