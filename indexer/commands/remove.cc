#include <iostream>
#include <set>

#include <fmt/core.h>

#include "common/command_line.h"
#include "common/index/database.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/text/terminal.h"
#include "common/text/utf8.h"
#include "indexer/commands/command.h"
#include "indexer/commands/maintenance.h"
#include "indexer/enrich/identity.h"
#include "indexer/feeds/feed_store.h"
#include "indexer/ingest/file_record.h"
#include "indexer/write/archive_writer.h"
#include "indexer/write/removals.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;
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

/// Forgets which files were read, so that the next run reads them again.
void clear_file_records(ArchiveWriter& writer) {
  const std::vector<std::string> keys(writer.database().metadata_keys_begin(kFileKeyPrefix),
                                      writer.database().metadata_keys_end(kFileKeyPrefix));
  for (const std::string& key : keys) writer.set_metadata(key, "");
}

void remove_documents(const fs::path& path, const std::vector<std::string>& ids, const std::string& source) {
  Enricher enricher;
  ArchiveWriter writer(lock_existing(path), now(), enricher);
  std::set<Xapian::docid> found;
  for (const std::string& id : ids) found.insert(find_document(writer.database(), id));
  if (ids.empty()) found = documents_of_source(writer.database(), source);
  for (const Xapian::docid id : found) writer.remove_for_good(id);
  writer.commit_removals();
  std::cerr << fmt::format("{} removed; later readings of {} will be skipped\n", found.size(),
                           found.size() == 1 ? "it" : "them");
}

void list_removals(const fs::path& path) {
  for (const Removal& removal : Removals(open_for_reading(path)).all())
    std::cout << for_terminal(fmt::format("{}  {}  {}{}{}", removal.id.substr(0, kShortId),
                                          format_timestamp(at_day(day_of(removal.removed))), squeeze(removal.title),
                                          removal.url.empty() ? "" : "  ", removal.url))
              << '\n';
}

/// The files that were read are forgotten, so that the article returns even if its file has not changed.
void lift_removals(const fs::path& path, const std::vector<std::string>& ids) {
  Enricher enricher;
  ArchiveWriter writer(lock_existing(path), now(), enricher);
  for (const std::string& id : ids) {
    const Removal lifted = writer.lift_removal(id);
    std::cerr << for_terminal(fmt::format("{} returns when its source is read again: {}", lifted.id.substr(0, kShortId),
                                          squeeze(lifted.title.empty() ? lifted.url : lifted.title)))
              << '\n';
  }
  clear_file_records(writer);
  clear_validators(writer);
  writer.commit_removals();
}

}  // namespace

po::options_description options_of_remove() {
  po::options_description options = maintenance_options();
  options.add_options()("source", po::value<std::string>()->value_name("SOURCE"),
                        "delete all articles that were read from this file or feed");
  options.add_options()("list", "print the removed articles: id, day of the removal, headline, address");
  options.add_options()("lift", "let the removed articles with these ids return when their source is read again");
  return options;
}

ExitStatus run_remove(const std::vector<std::string>& arguments) {
  const auto values =
      read_maintenance_options("remove [options] ID…", arguments, options_of_remove(), OperandRule::any);
  if (!values) return ExitStatus::ok;
  const std::vector<std::string> ids = operands(*values);
  const bool lifts = values->count("lift") > 0;
  const bool lists = values->count("list") > 0;
  const bool by_source = values->count("source") > 0;
  if (lists + by_source + (lifts || !ids.empty()) != 1 || (lifts && ids.empty()))
    throw UsageError("remove needs ids, or --source, --list or --lift with ids", "council-index remove ID…");

  const fs::path path = database_of(*values);
  if (lists) {
    list_removals(path);
  } else if (lifts) {
    lift_removals(path, ids);
  } else {
    remove_documents(path, ids, by_source ? (*values)["source"].as<std::string>() : "");
  }
  return ExitStatus::ok;
}

}  // namespace council_news
