#pragma once

#include <string>
#include <vector>

#include "common/completion.h"
#include "common/manual.h"

namespace council_news {

/// What council-index says of itself, from the table of commands.
Manual index_manual();

/// What may stand for the last of `words`, the words after `council-index`: commands, their options, files.
Completion complete_index(const std::vector<std::string>& words);

}  // namespace council_news
