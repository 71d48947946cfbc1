#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace council_news {

/// An answer as a terminal was shown it.
struct Shown {
  std::size_t rank = 0;
  std::string id;
};

/// So many are remembered.
inline constexpr std::size_t kMaxRemembered = 9999;

/// Remembers what a terminal was last shown, and of which databases, so that `--show 3` opens the third of it. One
/// small file a terminal in state_folder()/shown. Not being able to keep it is no trouble worth telling.
void remember_result(const std::vector<Shown>& shown, const std::vector<std::filesystem::path>& databases);

/// What a number stands for.
struct Remembered {
  std::string id;
  std::vector<std::filesystem::path> databases;
};

/// The article of that rank in what this terminal was last shown. Nothing for what is an id: it has a letter in it, or
/// more than three digits and is no rank there. Throws UsageError for a number that was not shown.
std::optional<Remembered> remembered(const std::string& rank);

}  // namespace council_news
