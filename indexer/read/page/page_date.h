#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/timestamp.h"
#include "indexer/read/page/meta_tags.h"
#include "indexer/read/page/page_view.h"
#include "indexer/read/page/structured_data.h"

namespace council_news::page {

struct PageDates {
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;
  std::vector<std::string> warnings;  ///< about the dates that were taken
};

/// When the page was published and updated, from the first source that says so: JSON-LD, <meta>, marked elements,
/// <time>, date boxes, the address, the first lines of text. `latest` is the day on which the page was fetched, if
/// known.
PageDates page_dates(const PageView& page, const MetaTags& meta, const StructuredData& data, std::string_view url,
                     std::optional<Timestamp> latest);

}  // namespace council_news::page
