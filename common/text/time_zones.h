#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace council_news {

/// Seconds that the clocks of the zone `name` are ahead of UTC when they show `local_seconds` (seconds since 1970 as
/// if that clock were UTC). Knows the names of RFC 822, of Britain, Ireland and Europe, and the IANA names that feed
/// software writes for them. Nothing for others, for military letters except Z (RFC 2822, 4.3: they were used with both
/// signs), and for names of several zones (`IST` is Ireland, Israel or India).
std::optional<int> zone_offset(std::string_view name, std::int64_t local_seconds);

/// Whether zone_offset knows `name`, ignoring case.
bool is_zone_name(std::string_view name);

}  // namespace council_news
