#pragma once

#include "common/knowledge/furniture_roles.h"
#include "indexer/read/press/furniture/line.h"

namespace council_news::press {

/// What a line is by its words, from the table of phrases, and by its form (line_forms.h). None for text of an article;
/// `job` and `apply` are never the answer.
Furniture furniture_of(const Line& line);

}  // namespace council_news::press
