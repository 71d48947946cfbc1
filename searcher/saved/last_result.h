#pragma once

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace council_news {

/// A result shown on a terminal.
struct Shown {
  std::size_t rank = 0;
  std::string id;
};

/// Maximum number of results remembered.
inline constexpr std::size_t kMaxRemembered = 9999;

/// Remembers the results last shown on a terminal, and their databases, so that `--show 3` opens result 3. One small
/// file per terminal in state_folder()/shown. Failure to write it is ignored.
void remember_result(const std::vector<Shown>& shown, const std::vector<std::filesystem::path>& databases);

/// The article of a result number.
struct Remembered {
  std::string id;
  std::vector<std::filesystem::path> databases;
};

/// The article with that rank in the results last shown on this terminal. Nothing if `rank` is an id: it contains a
/// letter, or has more than three digits and is not a rank. Throws UsageError for a number that was not shown.
std::optional<Remembered> remembered(const std::string& rank);

}  // namespace council_news
