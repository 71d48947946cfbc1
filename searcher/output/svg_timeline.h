#pragma once

#include <string>
#include <vector>

#include "searcher/answer/answer.h"

namespace council_news {

/// A timeline as an inline SVG picture with one column per period. Figures are in the titles of the columns and in the
/// text alternative. With `share`, columns show shares of the archive.
std::string svg_timeline(const std::vector<Period>& timeline, bool share);

}  // namespace council_news
