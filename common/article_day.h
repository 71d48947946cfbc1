#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/article.h"

namespace council_news {

/// Its name in JSON and as a column. It is derived from the moment, and stands after `published`.
inline constexpr const char* kDayMember = "day";

/// The date under which an article is filed: that of its publication, else of its last change, because some feeds give
/// only that.
std::optional<Timestamp> article_date(const Article& article);

/// The day of that date as `2018-01-29`, or empty.
std::string article_day(const Article& article);

/// Reads what article_day wrote, or the day in another program's JSON: the day of a known date, if it can be that day
/// somewhere, else the publication date of an article without one. Anything but a date is ignored.
void set_article_day(Article& article, std::string_view day);

}  // namespace council_news
