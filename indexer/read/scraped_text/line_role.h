#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/text/timestamp.h"
#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// Sets the role of every line from the furniture table and from its form. `latest` completes dates without a year.
void give_roles(PageLines& lines, std::optional<Timestamp> latest);

/// The entries of line `at`, which has role tags: those after its colon (`Tags: housing, social care`), else the short
/// lines after it.
std::vector<std::string> tags_of(const PageLines& lines, std::size_t at);

/// The latest date that the page mentions, an estimate of when it was saved: the last full date with a label, else the
/// end of the year of a copyright notice, else the last full date on its own line, else the last in a paragraph.
std::optional<Timestamp> latest_date(const PageLines& lines);

}  // namespace council_news::scraped
