#include <iostream>
#include <set>

#include <fmt/core.h>

#include "common/command_line.h"
#include "common/index/database.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/text/terminal.h"
#include "indexer/commands/command.h"
#include "indexer/commands/maintenance.h"
#include "indexer/ingest/file_record.h"
#include "indexer/write/archive_writer.h"

namespace council_news {
namespace {

namespace po = boost::program_options;

/// The document with the id that starts with `id`. Throws UsageError if there is none, or more than one.
Xapian::docid find_document(const Xapian::Database& database, const std::string& id) {
  std::set<Xapian::docid> found;
  const std::string prefix = make_term(kIdentityPrefix, id);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term)
    found.insert(database.postlist_begin(*term), database.postlist_end(*term));
  if (found.empty())
    throw UsageError(fmt::format("no article has the id {}", id), "council-search --format json shows ids");
  if (found.size() == 1) return *found.begin();
  std::string ids;
  for (const Xapian::docid one : found) ids += (ids.empty() ? "" : ", ") + article_of(database.get_document(one)).id;
  throw UsageError(fmt::format("{} is ambiguous: several ids start with it", id), "candidates: " + ids);
}

std::set<Xapian::docid> documents_of_source(const Xapian::Database& database, const std::string& source) {
  std::set<Xapian::docid> found;
  for_each_document(database, [&](Xapian::docid id, const Xapian::Document& document) {
    if (article_of(document).source == source) found.insert(id);
  });
  if (found.empty())
    throw UsageError(fmt::format("no article has the source {}", source),
                     "council-index export shows the source of each article");
  return found;
}

/// Forgets which files were read, so that adding a file again restores its articles.
void clear_file_records(ArchiveWriter& writer) {
  const std::vector<std::string> keys(writer.database().metadata_keys_begin(kFileKeyPrefix),
                                      writer.database().metadata_keys_end(kFileKeyPrefix));
  for (const std::string& key : keys) writer.set_metadata(key, "");
}

}  // namespace

po::options_description options_of_remove() {
  po::options_description options = maintenance_options();
  options.add_options()("source", po::value<std::string>()->value_name("SOURCE"),
                        "delete all articles that were read from this file or feed");
  return options;
}

ExitStatus run_remove(const std::vector<std::string>& arguments) {
  const auto values =
      read_maintenance_options("remove [options] ID…", arguments, options_of_remove(), OperandRule::any);
  if (!values) return ExitStatus::ok;
  const std::vector<std::string> ids = operands(*values);
  if (ids.empty() == (values->count("source") == 0))
    throw UsageError("remove needs ids, or --source without ids", "council-index remove ID…");

  Enricher enricher;
  ArchiveWriter writer(lock_existing(database_of(*values)), now(), enricher);
  std::set<Xapian::docid> found;
  for (const std::string& id : ids) found.insert(find_document(writer.database(), id));
  if (ids.empty()) found = documents_of_source(writer.database(), (*values)["source"].as<std::string>());
  for (const Xapian::docid id : found) writer.remove(id);
  clear_file_records(writer);
  writer.commit_removals();
  std::cerr << fmt::format("{} removed\n", found.size());
  return ExitStatus::ok;
}

}  // namespace council_news
