#include <iostream>

#include <fmt/core.h>

#include "common/index/database.h"
#include "indexer/commands/command.h"
#include "indexer/commands/maintenance.h"

namespace council_news {
namespace {

double megabytes(const std::filesystem::path& folder) { return static_cast<double>(size_of(folder)) / 1e6; }

}  // namespace

ExitStatus run_compact(const std::vector<std::string>& arguments) {
  const auto values = read_maintenance_options("compact [options]", arguments);
  if (!values) return ExitStatus::ok;
  const ArchiveLock lock = lock_existing(database_of(*values));
  const std::filesystem::path& path = lock.path();
  Xapian::WritableDatabase database = open_for_writing(lock);
  const double before = megabytes(path);
  const std::filesystem::path new_path = temporary_sibling(path);
  database.compact(new_path.string(), Xapian::DBCOMPACT_NO_RENUMBER);
  if (Xapian::Database(new_path.string()).get_doccount() != database.get_doccount())
    throw DatabaseError("the compacted copy lacks articles; the database was not changed");
  replace_archive(new_path, path);
  std::cerr << fmt::format("{:.1f} MB before, {:.1f} MB after\n", before, megabytes(path));
  return ExitStatus::ok;
}

}  // namespace council_news
