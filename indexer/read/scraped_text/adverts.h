#pragma once

#include <cstddef>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// Line `at` heads a block of job advertisements: a few words that end with "jobs", and signs of adverts soon after.
bool is_jobs_heading(const PageLines& lines, std::size_t at);

/// The first line of the advertisement whose first sign stands in line `sign`: its title, the employer and perhaps a
/// description stand before it. Not before line `from`.
std::size_t advert_begin(const PageLines& lines, std::size_t from, std::size_t sign);

}  // namespace council_news::scraped
