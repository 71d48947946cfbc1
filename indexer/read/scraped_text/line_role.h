#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "common/text/timestamp.h"
#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// Gives every line its role, from the table of furniture and from its form. `latest` gives dates without a year
/// theirs.
void give_roles(PageLines& lines, std::optional<Timestamp> latest);

/// The entries of line `at`, of role tags: those behind its colon (`Tags: housing, social care`), else the short lines
/// that follow it.
std::vector<std::string> tags_of(const PageLines& lines, std::size_t at);

/// What the lines say about the time at which the page was taken: the last full date with a label, else the end of the
/// year of a copyright notice, else the last full date on a line of its own, else in a paragraph.
std::optional<Timestamp> latest_date(const PageLines& lines);

}  // namespace council_news::scraped
