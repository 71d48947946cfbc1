#pragma once

#include <cstddef>
#include <string_view>

#include "common/knowledge/furniture_roles.h"
#include "indexer/read/press/furniture/line.h"

namespace council_news::press {

/// What a line is that no phrase of the table tells: `£30,000 - £32,000 per annum`, `Facebook Twitter Email`,
/// `Home > News > Housing`, `(Image: Ann Lee)`, a telephone number. `label` is what label_of gives.
Furniture furniture_by_form(const Line& line, std::string_view label);

/// `© Civic Ledger 2018`, `Copyright 2018 …`.
bool is_copyright(std::string_view text, std::size_t words);

/// `###`: ends a press release.
bool is_end_sign(std::string_view text);

}  // namespace council_news::press
