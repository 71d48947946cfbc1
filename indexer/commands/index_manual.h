#pragma once

#include <string>
#include <vector>

#include "common/completion.h"
#include "common/manual.h"

namespace council_news {

/// The help and manual page of council-index, built from the table of commands.
Manual index_manual();

/// Completions (commands, options, files) for the last of `words`, the words after `council-index`.
Completion complete_index(const std::vector<std::string>& words);

}  // namespace council_news
