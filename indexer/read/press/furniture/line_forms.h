#pragma once

#include <cstddef>
#include <string_view>

#include "common/knowledge/furniture_roles.h"
#include "indexer/read/press/furniture/line.h"

namespace council_news::press {

/// The role of a line by its form, for what no phrase of the table covers: `£30,000 - £32,000 per annum`, `Facebook
/// Twitter Email`, `Home > News > Housing`, `(Image: Ann Lee)`, a telephone number. `label` is the result of label_of.
Furniture furniture_by_form(const Line& line, std::string_view label);

/// `© Civic Ledger 2018`, `Copyright 2018 …`.
bool is_copyright(std::string_view text, std::size_t words);

/// `###`: ends a press release.
bool is_end_sign(std::string_view text);

}  // namespace council_news::press
