#include <iostream>

#include <fmt/core.h>

#include "common/index/database.h"
#include "common/interruption.h"
#include "indexer/commands/command.h"
#include "indexer/commands/maintenance.h"
#include "indexer/commands/replacement.h"
#include "indexer/write/archive_writer.h"

namespace council_news {
ExitStatus run_reindex(const std::vector<std::string>& arguments) {
  const auto values = read_maintenance_options("reindex [options]", arguments);
  if (!values) return ExitStatus::ok;
  catch_interruptions();
  const ArchiveLock lock = lock_existing(database_of(*values));
  // Any schema will do: the articles are stored as JSON.
  const Xapian::WritableDatabase old = open_any_schema(lock);
  Replacement copy(lock);
  std::size_t articles = 0;
  {
    Enricher enricher;
    ArchiveWriter writer(copy.path(), now(), enricher);
    writer.restore_metadata(old);
    for_each_document(old, [&](Xapian::docid, const Xapian::Document& document) {
      stop_if_interrupted();
      writer.restore(read_record(document));
      ++articles;
    });
    writer.commit();
  }
  copy.replace_archive();
  std::cerr << fmt::format("{} articles reindexed\n", articles);
  return ExitStatus::ok;
}

}  // namespace council_news
