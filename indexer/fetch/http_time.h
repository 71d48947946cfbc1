#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "common/text/timestamp.h"
#include "indexer/fetch/http.h"

namespace council_news {

/// Parses an HTTP date in any of the three formats of RFC 9110, 5.6.7.
std::optional<Timestamp> parse_http_date(const std::string& text);

/// The Retry-After header in seconds, never negative. A date is relative to the response's own Date header (else
/// `now`), so that clock skew does not matter. Nothing if the header is missing or invalid.
std::optional<std::int64_t> retry_after(const HttpResponse& response, Timestamp now);

/// The remaining freshness lifetime in seconds: Cache-Control max-age minus Age, else Expires minus Date (RFC 9111,
/// 4.2). Nothing if the response does not state one.
std::optional<std::int64_t> fresh_for(const HttpResponse& response);

}  // namespace council_news
