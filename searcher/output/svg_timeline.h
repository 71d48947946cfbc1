#pragma once

#include <string>
#include <vector>

#include "searcher/answer/answer.h"

namespace council_news {

/// A timeline as an inline SVG picture, one column a period, with the figures as titles of the columns and in a text
/// alternative. With `share`, columns are shares of the archive's volume.
std::string svg_timeline(const std::vector<Period>& timeline, bool share);

}  // namespace council_news
