#pragma once

#include <optional>
#include <string>
#include <vector>

#include "searcher/search.h"

namespace council_news {

/// Remembers what a terminal was last shown, so that `--show 3` opens the third of it. One small file a terminal in
/// state_folder()/shown. Not being able to keep it is no trouble worth telling.
void remember_result(const Answer& answer);

/// The id of the hit of that rank in what this terminal was last shown. Nothing without a terminal, and for what is no
/// rank.
std::optional<std::string> remembered_id(const std::string& rank);

}  // namespace council_news
