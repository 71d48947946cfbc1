#pragma once

#include <cstddef>
#include <string>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// The outlet in the first copyright notice from line `begin` on: `© 2018 Civic Ledger Ltd. All rights reserved` gives
/// `Civic Ledger`. Empty if there is no notice, or no plain name in it.
std::string outlet_of_copyright(const PageLines& lines, std::size_t begin);

}  // namespace council_news::scraped
