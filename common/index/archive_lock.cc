#include "common/index/archive_lock.h"

#include <cerrno>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;

/// Locks the folder at `path`. If it is replaced before the lock is taken, locks the new one.
OpenFolder lock_folder(const fs::path& path) {
  while (true) {
    OpenFolder folder(path);
    if (!folder.is_open())
      throw DatabaseError(fmt::format("{} cannot be opened: {}", path.string(), std::strerror(errno)),
                          "check --db or $COUNCIL_NEWS_DB");
    if (::flock(folder.descriptor(), LOCK_EX | LOCK_NB) != 0) {
      if (errno == EINTR) continue;
      if (errno == EWOULDBLOCK)
        throw Error(ExitStatus::locked, fmt::format("another indexer is writing to {}", path.string()),
                    "try again when it has finished");
      throw DatabaseError(fmt::format("{} cannot be locked: {}", path.string(), std::strerror(errno)),
                          "keep the database on a file system that supports flock");
    }
    if (folder.is_at(path)) return folder;
  }
}

}  // namespace

OpenFolder::OpenFolder(const fs::path& path) : descriptor_(::open(path.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)) {}

OpenFolder::OpenFolder(OpenFolder&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}

OpenFolder& OpenFolder::operator=(OpenFolder&& other) noexcept {
  std::swap(descriptor_, other.descriptor_);
  return *this;
}

OpenFolder::~OpenFolder() {
  if (is_open()) ::close(descriptor_);
}

bool OpenFolder::is_at(const fs::path& path) const {
  struct stat open;
  struct stat there;
  return is_open() && ::fstat(descriptor_, &open) == 0 && ::stat(path.c_str(), &there) == 0 &&
         open.st_dev == there.st_dev && open.st_ino == there.st_ino;
}

ArchiveLock::ArchiveLock(const fs::path& path) : path_(resolved(path)), folder_(lock_folder(path_)) {}

fs::path resolved(const fs::path& path) {
  std::error_code error;
  const fs::path absolute = fs::absolute(path, error);
  if (error)
    throw DatabaseError(fmt::format("{} cannot be resolved: {}", path.string(), error.message()),
                        "does the current folder still exist?");
  fs::path whole = fs::weakly_canonical(absolute, error);
  if (error) whole = absolute.lexically_normal();
  return whole.has_filename() ? whole : whole.parent_path();
}

}  // namespace council_news
