#pragma once

#include <string>
#include <vector>

#include "common/completion.h"

namespace council_news {

/// What may stand for the last of `words`, the words after `council-search`: options and their values, fields, and
/// behind `council:` and its like their values.
Completion complete_search(const std::vector<std::string>& words);

}  // namespace council_news
