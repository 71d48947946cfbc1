#pragma once

#include "indexer/read/press/furniture.h"

namespace council_news::press {

/// What a line is that no phrase of the table tells: by amounts of money, signs, numbers and the kind of its words.
Furniture furniture_by_form(const Line& line);

/// `###`: ends a press release.
bool is_end_sign(std::string_view text);

}  // namespace council_news::press
