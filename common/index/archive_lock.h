#pragma once

#include <filesystem>

namespace council_news {

/// An open folder, to check whether a path still leads to it: compact and reindex replace the folder. While it is open,
/// its inode is not reused.
class OpenFolder {
 public:
  /// If there is no readable folder at `path`, nothing is opened and is_at() is false.
  explicit OpenFolder(const std::filesystem::path& path);
  OpenFolder(OpenFolder&& other) noexcept;
  OpenFolder& operator=(OpenFolder&& other) noexcept;
  OpenFolder(const OpenFolder&) = delete;
  OpenFolder& operator=(const OpenFolder&) = delete;
  ~OpenFolder();

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

  /// Whether `path` now leads to this folder.
  bool is_at(const std::filesystem::path& path) const;

 private:
  int descriptor_;
};

/// The right to write to an archive. Every writer holds one, and at most one process has it.
///
/// It is an flock(2) on the archive's folder. Xapian's own lock is a file in that folder: a command that replaces the
/// folder would take the lock with it, and a writer that had opened the old folder would write to one about to be
/// deleted. So after locking, the path is checked again; if it now leads to another folder, that one is locked instead.
/// The holder of the lock may replace the folder; the next writer locks the new one.
class ArchiveLock {
 public:
  /// `path` is resolved first, so that a symbolic link, `.` and a trailing slash name the same archive. Throws Error
  /// with ExitStatus::locked when another process holds the lock, DatabaseError when there is no such folder.
  explicit ArchiveLock(const std::filesystem::path& path);

  /// Where the archive is: absolute, without symbolic links.
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
  OpenFolder folder_;
};

/// `path` as an absolute path without symbolic links and trailing slashes; what does not exist yet is kept as written.
std::filesystem::path resolved(const std::filesystem::path& path);

}  // namespace council_news
