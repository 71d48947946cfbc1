#pragma once

#include <filesystem>
#include <functional>

#include <nlohmann/json.hpp>

#include "common/error.h"

namespace council_news {

/// The error for a file of the user whose content makes no sense.
UsageError damaged(const std::filesystem::path& path);

/// A small JSON file of the user. A missing file reads as {}. Throws damaged(path) if it is not one JSON object.
nlohmann::ordered_json read_json_file(const std::filesystem::path& path);

/// Reads the file, applies `change`, and replaces the file in one step: a kill leaves the old or the new content.
/// Concurrent programs wait for each other.
void change_json_file(const std::filesystem::path& path, const std::function<void(nlohmann::ordered_json&)>& change);

/// $XDG_CONFIG_HOME/council-news or ~/.config/council-news.
std::filesystem::path config_folder();

/// $XDG_STATE_HOME/council-news or ~/.local/state/council-news.
std::filesystem::path state_folder();

}  // namespace council_news
