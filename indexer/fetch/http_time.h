#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/text/timestamp.h"
#include "indexer/fetch/http.h"

namespace council_news {

/// A date of an HTTP header, in any of the three forms of RFC 9110, 5.6.7.
std::optional<Timestamp> parse_http_date(const std::string& text);

/// Seconds that Retry-After asks for: a number, or a date seen from the answer's own Date (from `now` if it has none),
/// so that clocks that differ do not matter. Nothing if it is not there or cannot be read; never negative.
std::optional<std::int64_t> retry_after(const HttpResponse& response, Timestamp now);

/// Seconds for which the answer says it stays fresh: Cache-Control max-age less Age, else Expires less Date (RFC 9111,
/// 4.2). Nothing if it says none.
std::optional<std::int64_t> fresh_for(const HttpResponse& response);

}  // namespace council_news
