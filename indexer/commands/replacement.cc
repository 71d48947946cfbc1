#include "indexer/commands/replacement.h"

#include <cerrno>
#include <cstring>
#include <iostream>
#include <vector>

#include <fcntl.h>
#include <fmt/core.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/error.h"
#include "common/index/database.h"
#include "common/interruption.h"
#include "common/text/terminal.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;

/// The name of a copy: somebody may keep an archive `db.new-2` beside `db`, but none with this ending.
constexpr const char* kMiddle = ".new-";
constexpr const char* kEnding = ".council-index";

/// A file that Xapian or a lock made, as opposed to what somebody else keeps in the folder of a database.
bool is_of_database(const fs::path& file) {
  const std::string name = file.filename().string();
  return name == "iamglass" || name == "flintlock" || name == "v.tmp" || name == kUnfinished ||
         name.ends_with(".glass");
}

std::vector<fs::path> entries_of(const fs::path& folder) {
  std::vector<fs::path> entries;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error))
    entries.push_back(at->path());
  return entries;
}

/// The new folder gets owner, group and mode of the old one, as far as this user may set them.
void copy_access(const fs::path& from, const fs::path& to) {
  struct stat status;
  if (::stat(from.c_str(), &status) != 0) return;
  if (::chown(to.c_str(), status.st_uid, status.st_gid) == 0)
    for (const fs::path& file : entries_of(to))
      if (::chown(file.c_str(), status.st_uid, status.st_gid) != 0) break;
  ::chmod(to.c_str(), status.st_mode & 07777);  // after chown(2), which clears set-user-ID and set-group-ID
}

/// Moves what does not belong to the database from the old folder to the new one. False if something could not be
/// moved, because its name is taken, for example.
bool move_others(const fs::path& from, const fs::path& to) {
  bool all_moved = true;
  for (const fs::path& entry : entries_of(from)) {
    if (is_of_database(entry)) continue;
    const fs::path target = to / entry.filename();
    const int result = ::renameat2(AT_FDCWD, entry.c_str(), AT_FDCWD, target.c_str(), RENAME_NOREPLACE);
    all_moved = all_moved && result == 0;
  }
  return all_moved;
}

/// Waits until a file, folder or file system is on the disk. Throws DatabaseError.
void sync(int descriptor, const fs::path& path, int (*wait)(int)) {
  if (descriptor >= 0 && wait(descriptor) == 0) return;
  if (descriptor >= 0 && (errno == EINVAL || errno == ENOSYS)) return;  // this kind of file system cannot tell
  throw DatabaseError(fmt::format("{} could not be written to the disk: {}", path.string(), std::strerror(errno)),
                      "is the disk full or damaged?");
}

void sync_file(const fs::path& file) {
  const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  try {
    sync(descriptor, file, ::fdatasync);
  } catch (const DatabaseError&) {
    ::close(descriptor);
    throw;
  }
  ::close(descriptor);
}

/// Creates an empty folder for a copy. An abandoned one may have its name, since process ids are reused.
fs::path begin_copy(const fs::path& archive) {
  delete_abandoned_copies(archive);
  fs::path copy = archive;
  copy += fmt::format("{}{}{}", kMiddle, ::getpid(), kEnding);
  if (::mkdir(copy.c_str(), 0700) != 0)
    throw DatabaseError(fmt::format("{} cannot be created: {}", copy.string(), std::strerror(errno)),
                        "the new database is written beside the old one; the database was not changed");
  return copy;
}

}  // namespace

Replacement::Replacement(const ArchiveLock& archive)
    : archive_(archive.path()), path_(begin_copy(archive_)), folder_(path_) {}

Replacement::~Replacement() {
  if (is_archive_) return;
  std::error_code ignored;  // what is left is deleted by the next writer
  fs::remove_all(path_, ignored);
  if (interrupting_signal() != 0) std::cerr << "interrupted: the database was not changed\n";
}

void Replacement::replace_archive() {
  copy_access(archive_, path_);
  for (const fs::path& file : entries_of(path_)) sync_file(file);
  sync(folder_.descriptor(), path_, ::fsync);
  // Compaction ignores errors of its own fdatasync(2), and the kernel reports an error to each descriptor only once.
  // The file system as a whole tells of those since folder_ was opened.
  sync(folder_.descriptor(), path_, ::syncfs);
  stop_if_interrupted();
  if (::renameat2(AT_FDCWD, path_.c_str(), AT_FDCWD, archive_.c_str(), RENAME_EXCHANGE) != 0)
    throw DatabaseError(fmt::format("{}: could not replace the database: {}", archive_.string(), std::strerror(errno)),
                        "the database was not changed");
  is_archive_ = true;  // path_ is the old folder now
  sync(folder_.descriptor(), archive_, ::syncfs);
  if (!move_others(path_, archive_))
    throw DatabaseError(
        fmt::format("{}: some files there are not the database's and could not be moved", path_.string()),
        "the new database is in place; move them and delete the old one yourself");
  std::error_code error;
  fs::remove_all(path_, error);
  if (error)
    throw DatabaseError(fmt::format("{}: could not delete the old database: {}", path_.string(), error.message()),
                        "the new database is in place; delete the old one yourself");
}

void delete_abandoned_copies(const fs::path& archive) {
  const std::string beginning = archive.filename().string() + kMiddle;
  for (const fs::path& entry : entries_of(archive.parent_path())) {
    const std::string name = entry.filename().string();
    std::error_code error;
    if (!name.starts_with(beginning) || !name.ends_with(kEnding) || !fs::is_directory(fs::symlink_status(entry, error)))
      continue;
    try {
      const ArchiveLock lock(entry);  // its maker may still be deleting it
      if (!move_others(entry, archive)) continue;
      fs::remove_all(entry, error);
    } catch (const Error&) {
      continue;
    }
    const std::string result = error ? "could not be deleted: " + error.message() : "deleted";
    std::cerr << for_terminal(fmt::format("{}: left by a command that was killed: {}", entry.string(), result)) << '\n';
  }
}

}  // namespace council_news
