#pragma once

#include <filesystem>

namespace council_news {

/// A folder kept open, to tell whether the path still leads to it: compact and reindex put another in its place.
/// While it is open its inode is not given to another folder.
class OpenFolder {
 public:
  /// Nothing is opened when there is no folder at `path` or it may not be read: is_at() is then false.
  explicit OpenFolder(const std::filesystem::path& path);
  OpenFolder(OpenFolder&& other) noexcept;
  OpenFolder& operator=(OpenFolder&& other) noexcept;
  OpenFolder(const OpenFolder&) = delete;
  OpenFolder& operator=(const OpenFolder&) = delete;
  ~OpenFolder();

  bool is_open() const { return descriptor_ >= 0; }
  int descriptor() const { return descriptor_; }

  /// Does `path` lead to this folder now?
  bool is_at(const std::filesystem::path& path) const;

 private:
  int descriptor_;
};

/// The right to write to an archive: everything that writes holds one, and at most one process has it.
///
/// It is an flock(2) on the archive's folder. Xapian's own lock is a file in that folder, so a command that replaces
/// the folder would take the lock away with it, and a writer that had opened the old folder would write to what is
/// about to be deleted. Therefore, once the lock is taken, the path is looked at again: if it leads to another folder
/// by now, that one is locked instead. Whoever holds the lock may replace the folder; the next writer locks the new
/// one.
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
