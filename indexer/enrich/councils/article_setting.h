#pragma once

#include <string>

#include "common/article.h"

namespace council_news {

/// The day, `YYYY-MM-DD`, for choosing among authorities that share a name: the publication date; else the date in the
/// address, `/2018/02/16/`; else the end of the latest year in the text, which is no worse than today. Empty if
/// unknown.
std::string reference_day(const Article& article);

/// Whether the article is from another country that has places with the same names, judged by its host or by amounts in
/// dollars and none in pounds. `perth.wa.gov.au` is not in Perth and Kinross.
bool is_abroad(const Article& article);

}  // namespace council_news
