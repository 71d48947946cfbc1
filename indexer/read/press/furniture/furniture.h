#pragma once

#include "common/knowledge/furniture_roles.h"
#include "indexer/read/press/furniture/line.h"

namespace council_news::press {

/// The furniture role of a line, from the phrase table and from its form (line_forms.h). `none` for text of an article;
/// never `job` or `apply`.
Furniture furniture_of(const Line& line);

}  // namespace council_news::press
