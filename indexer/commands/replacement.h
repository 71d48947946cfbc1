#pragma once

#include <filesystem>

#include "common/index/archive_lock.h"

namespace council_news {

/// The copy of an archive that compact and reindex make to replace it: a folder beside it, `db.new-PID.council-index`.
/// It is deleted with this object unless it has replaced the archive. Only a kill leaves it, for the next writer to
/// delete (delete_abandoned_copies).
class Replacement {
 public:
  /// Creates an empty folder, which only this user can read so far. `archive` must outlive this object. Throws
  /// DatabaseError.
  explicit Replacement(const ArchiveLock& archive);
  ~Replacement();
  Replacement(const Replacement&) = delete;
  Replacement& operator=(const Replacement&) = delete;

  const std::filesystem::path& path() const { return path_; }

  /// Once the copy is safely on the disk, exchanges it with the archive, which is one atomic step, and deletes the old
  /// one. The new one gets the owner and mode of the old one, and whatever else is kept in its folder. Readers that
  /// have the old one open continue with it until they reopen it. Throws DatabaseError, and Interrupted before the
  /// exchange.
  void replace_archive();

 private:
  const std::filesystem::path& archive_;
  std::filesystem::path path_;
  OpenFolder folder_;  ///< open from the start, to learn of write errors since then
  bool is_archive_ = false;
};

/// Deletes the copies of an archive that killed commands left beside it, and says so on stderr. The caller holds the
/// lock of the archive. A copy may be the old archive, killed before all was moved: whatever else is in it is moved to the
/// archive, and it is kept if that cannot be done. A copy that belongs to a running process is kept, too.
void delete_abandoned_copies(const std::filesystem::path& archive);

}  // namespace council_news
