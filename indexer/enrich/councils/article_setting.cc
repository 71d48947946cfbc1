#include "indexer/enrich/councils/article_setting.h"

#include <algorithm>
#include <array>

#include "common/knowledge/gazetteer.h"
#include "common/text/url.h"

namespace council_news {
namespace {

/// Top-level domains of countries with places named after ours.
constexpr std::array<std::string_view, 6> kCountries{".au", ".nz", ".ca", ".us", ".za", ".jm"};

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kFirstYear = "1974";

/// The run of digits at `at`.
std::string_view digits_at(std::string_view text, std::size_t at) {
  return text.substr(at, std::min(text.find_first_not_of(kDigits, at), text.size()) - at);
}

/// The last year in which an authority began or ended: later years make no difference.
std::string_view latest_known_year() {
  std::string_view latest;
  for (const Council& council : gazetteer().councils())
    latest = std::max({latest, council.started.substr(0, 4), council.ended.substr(0, 4)});
  return latest;
}

/// `/2018/02/` or `/2018-02-16/`; the 28th if the day is missing. Empty if there is none.
std::string day_in_address(std::string_view url) {
  for (std::size_t at = url.find('/'); at != std::string_view::npos; at = url.find('/', at + 1)) {
    const std::string_view year = digits_at(url, std::min(at + 1, url.size()));
    if (year.size() != 4 || year < kFirstYear || year > "2099" || at + 6 > url.size()) continue;
    if (url[at + 5] != '/' && url[at + 5] != '-') continue;
    const std::string_view month = digits_at(url, at + 6);
    if (month.size() == 2 && month >= "01" && month <= "12")
      return std::string(year) + "-" + std::string(month) + "-28";
  }
  return {};
}

/// The latest year in a text, among those that make a difference.
std::string_view latest_year(std::string_view text) {
  static const std::string_view known = latest_known_year();
  std::string_view latest;
  for (std::size_t at = text.find_first_of(kDigits); at < text.size(); at = text.find_first_of(kDigits, at)) {
    const std::string_view number = digits_at(text, at);
    const char before = at == 0 ? ' ' : text[at - 1];
    // Neither money nor part of a longer number.
    const bool apart = before == ' ' || before == '\n' || before == '(' || before == '/';
    const std::size_t end = at + number.size();
    const bool grouped = end + 1 < text.size() && text[end] == ',' && kDigits.find(text[end + 1]) != kDigits.npos;
    if (number.size() == 4 && apart && !grouped && number >= kFirstYear && number <= known)
      latest = std::max(latest, number);
    at = end;
  }
  return latest;
}

}  // namespace

std::string reference_day(const Article& article) {
  if (article.published) return format_timestamp(at_day(day_of(*article.published)));
  if (std::string day = day_in_address(article.url); !day.empty()) return day;
  const std::string_view year = std::max(latest_year(article.title), latest_year(article.body));
  return year.empty() ? std::string() : std::string(year) + "-12-31";
}

bool is_abroad(const Article& article) {
  const std::string host = host_of(article.url);
  if (std::any_of(kCountries.begin(), kCountries.end(), [&](std::string_view end) { return host.ends_with(end); }))
    return true;
  return article.body.find('$') != std::string::npos && article.body.find("£") == std::string::npos;
}

}  // namespace council_news
