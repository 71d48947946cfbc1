#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace council_news {

/// The content of a file of the user; nothing if there is none. Throws Error, naming it, if it cannot be read.
std::optional<std::string> read_whole_file(const std::filesystem::path& path);

/// Replaces a file in one step: a kill or a full disk leaves the old or the new content. Throws Error, naming it.
void replace_whole_file(const std::filesystem::path& path, std::string_view content);

/// Holds `path`.lock, for which concurrent programs wait. Creates the folder. Throws Error.
class FileLock {
 public:
  explicit FileLock(const std::filesystem::path& path);
  ~FileLock();
  FileLock(const FileLock&) = delete;
  FileLock& operator=(const FileLock&) = delete;

 private:
  int descriptor_;
};

}  // namespace council_news
