#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include <sys/types.h>
#include <xapian.h>

#include "common/error.h"
#include "searcher/answer/request.h"

namespace council_news {

/// The databases that a Searcher searches as one, kept up with what indexers do to them.
class Archive {
 public:
  /// Opens folders, and addresses as `tcp://host:4242` (common/index/remote.h). Throws DatabaseError.
  explicit Archive(std::vector<std::filesystem::path> paths);

  /// All of them as one. The reference outlives refresh(); what was read through it before does not.
  const Xapian::Database& database() const { return database_; }

  bool is_local() const;      ///< are all of them on this machine?
  bool is_one_local() const;  ///< is it a single one, on this machine?

  /// Sees what indexers have written since, also when they put another database in its place. Throws DatabaseError.
  void refresh();

  /// How far each database has come, as it is open now.
  std::vector<Mark> marks() const;

 private:
  void open();

  std::vector<std::filesystem::path> paths_;
  std::vector<Xapian::Database> parts_;  ///< one a path
  std::vector<ino_t> inodes_;            ///< of the folders as they were opened
  Xapian::Database database_;
};

/// Returns what `attempt` returns. When an indexer has overwritten the revision that `attempt` was reading
/// (Xapian::DatabaseModifiedError), refreshes the archive and calls it again.
///
/// `delivered` counts what `attempt` has handed on of a stream, and every call must go on from there. An attempt that
/// delivered something is not counted as a failure; after ten failures in a row it throws DatabaseError. An indexer at
/// work commits every few seconds: a search that meets three commits in a row has bad luck indeed.
template <class Attempt>
auto with_retries(Archive& archive, const std::size_t& delivered, const Attempt& attempt) -> decltype(attempt()) {
  constexpr int kMaxFailures = 10;
  for (int failures = 0;;) {
    const std::size_t delivered_before = delivered;
    try {
      return attempt();
    } catch (const Xapian::DatabaseModifiedError& error) {
      failures = delivered > delivered_before ? 0 : failures + 1;
      if (failures == kMaxFailures)
        throw DatabaseError("the database changes too fast: " + error.get_msg(), "try again");
    }
    archive.refresh();
  }
}

/// The same for what delivers nothing before it is through.
template <class Attempt>
auto with_retries(Archive& archive, const Attempt& attempt) -> decltype(attempt()) {
  return with_retries(archive, 0, attempt);
}

}  // namespace council_news
