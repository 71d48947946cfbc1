#include "indexer/fetch/http_time.h"

#include <algorithm>
#include <charconv>

#include <curl/curl.h>

#include "common/text/utf8.h"

namespace council_news {
namespace {

/// Digits only; on overflow a very large number.
std::optional<std::int64_t> parse_seconds(std::string_view text) {
  if (text.empty() || !std::all_of(text.begin(), text.end(), [](char c) { return is_ascii_digit(c); })) return {};
  std::int64_t seconds = 0;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), seconds);
  return result.ec == std::errc() ? seconds : INT64_C(1) << 40;
}

/// The value of a Cache-Control directive in seconds, with or without quotes.
std::optional<std::int64_t> directive(const std::string& cache_control, std::string_view name) {
  const std::string lower = ascii_lower(cache_control);
  for (std::string_view rest = lower; !rest.empty();) {
    const std::size_t end = std::min(rest.find(','), rest.size());
    const std::string_view one = trim(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
    const std::size_t equals = one.find('=');
    if (equals == std::string_view::npos || trim(one.substr(0, equals)) != name) continue;
    std::string value(trim(one.substr(equals + 1)));
    std::erase(value, '"');
    return parse_seconds(value);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Timestamp> parse_http_date(const std::string& text) {
  if (text.empty()) return std::nullopt;
  const time_t seconds = curl_getdate(text.c_str(), nullptr);
  if (seconds == -1) return std::nullopt;
  return Timestamp{static_cast<std::int64_t>(seconds), Precision::second};
}

std::optional<std::int64_t> retry_after(const HttpResponse& response, Timestamp now) {
  const std::string value = response.header("retry-after");
  if (const auto seconds = parse_seconds(value)) return seconds;
  const auto date = parse_http_date(value);
  if (!date) return std::nullopt;
  const Timestamp base = parse_http_date(response.header("date")).value_or(now);
  return std::max<std::int64_t>(date->seconds - base.seconds, 0);
}

std::optional<std::int64_t> fresh_for(const HttpResponse& response) {
  if (const auto age = directive(response.headers_joined("cache-control"), "max-age"))
    return std::max<std::int64_t>(*age - parse_seconds(response.header("age")).value_or(0), 0);
  const auto expires = parse_http_date(response.header("expires"));
  const auto date = parse_http_date(response.header("date"));
  if (!expires || !date) return std::nullopt;
  return std::max<std::int64_t>(expires->seconds - date->seconds, 0);
}

}  // namespace council_news
