#pragma once

#include <cstdint>

namespace council_news {

/// Seconds that London's clocks are ahead of UTC at `utc_seconds` (since 1970-01-01T00:00:00Z): 0 or 3600. Knows the
/// Summer Time Acts and Orders since 1968; earlier years have no summer time here, because no source gives a time of
/// day for them.
int london_offset(std::int64_t utc_seconds);

/// Days since 1970 of the `nth` Sunday of a month; 0 is the last one.
std::int64_t nth_sunday(int year, int month, int nth);

}  // namespace council_news
