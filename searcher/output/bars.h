#pragma once

#include <iosfwd>

#include "searcher/output/writer.h"

namespace council_news {

/// The facets and the timeline of an answer as bars, at most `width` columns wide.
void write_bars(const Answer& answer, const Style& style, std::size_t width, std::ostream& out);

}  // namespace council_news
