#pragma once

#include <string>
#include <vector>

#include "common/completion.h"

namespace council_news {

/// Completions of the last of `words`, the words after `council-search`: options and their values, fields, and the
/// values of a field such as `council:`.
Completion complete_search(const std::vector<std::string>& words);

}  // namespace council_news
