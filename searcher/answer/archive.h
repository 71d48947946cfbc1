#pragma once

#include <cstddef>
#include <filesystem>
#include <vector>

#include <xapian.h>

#include "common/error.h"
#include "common/index/archive_lock.h"

namespace council_news {

/// The databases that a Searcher searches as one, following what indexers do to them.
class Archive {
 public:
  /// Opens folders, and addresses such as `tcp://host:4242` (common/index/remote.h). Throws DatabaseError.
  explicit Archive(std::vector<std::filesystem::path> paths);

  /// All of them as one. The reference survives refresh(); objects read through it before do not.
  const Xapian::Database& database() const { return database_; }

  bool is_local() const;      ///< all of them are on this machine
  bool is_one_local() const;  ///< it is a single one, on this machine

  /// Picks up what indexers have written since, even if a database was replaced. Throws DatabaseError.
  void refresh();

 private:
  void open();

  std::vector<std::filesystem::path> paths_;
  std::vector<OpenFolder> folders_;  ///< as they were opened; not open for a remote database
  Xapian::Database database_;
};

/// Returns what `attempt` returns. If an indexer has overwritten the revision that `attempt` was reading
/// (Xapian::DatabaseModifiedError), refreshes the archive and calls it again.
///
/// `delivered` counts the results of a stream that `attempt` has delivered; each call must continue from there. An
/// attempt that delivered something does not count as a failure. Throws DatabaseError after ten failures in a row: a
/// working indexer commits every few seconds, so a search rarely meets three commits.
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
        throw DatabaseError("the database is changing too fast: " + error.get_msg(), "try again");
    }
    archive.refresh();
  }
}

/// The same for an attempt that delivers nothing until it is complete.
template <class Attempt>
auto with_retries(Archive& archive, const Attempt& attempt) -> decltype(attempt()) {
  return with_retries(archive, 0, attempt);
}

}  // namespace council_news
