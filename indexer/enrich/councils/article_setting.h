#pragma once

#include <string>

#include "common/article.h"

namespace council_news {

/// The day, `YYYY-MM-DD`, by which authorities of one name are told apart: when the article was published; else what
/// its address says of it, `/2018/02/16/`; else the end of the latest year that its text names, which is no worse than
/// today. Empty when nothing tells.
std::string judging_day(const Article& article);

/// Was it published in another country that has places of the same names, or does it count in dollars and never in
/// pounds? `perth.wa.gov.au` is not of Perth and Kinross.
bool is_abroad(const Article& article);

}  // namespace council_news
