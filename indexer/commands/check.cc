#include <algorithm>
#include <filesystem>
#include <iostream>
#include <sstream>

#include <fmt/core.h>
#include <unistd.h>

#include "common/index/database.h"
#include "common/index/schema.h"
#include "common/text/terminal.h"
#include "indexer/commands/command.h"
#include "indexer/commands/maintenance.h"
#include "indexer/write/record.h"

namespace council_news {
namespace {

std::vector<std::string> terms_of(const Xapian::Document& document) {
  return {document.termlist_begin(), document.termlist_end()};
}

/// Describes what is wrong with a document; empty if it is sound.
std::string fault_of(const Xapian::Database& database, const Xapian::Document& document, Stemmer& stem) {
  const Record record = read_record(document);
  const std::string term = make_term(kIdentityPrefix, record.article.id);
  if (record.article.id.empty() || !database.term_exists(term)) return "the index does not contain its id";
  if (terms_of(to_document(record, stem)) != terms_of(document)) return "its terms do not match its text";
  return {};
}

/// Whether this process may write to all tables. Xapian's check opens them for writing, although it only reads.
bool may_write(const std::filesystem::path& folder) {
  const std::filesystem::directory_iterator files(folder);
  return std::all_of(begin(files), end(files), [](const auto& file) {
    return file.path().extension() != ".glass" || ::access(file.path().c_str(), W_OK) == 0;
  });
}

/// Reads all tables from start to end and counts those that cannot be read.
std::size_t read_all(const Xapian::Database& database, std::ostream& details) {
  std::size_t faults = 0;
  const auto attempt = [&](const char* what, const auto& read) {
    try {
      read();
    } catch (const Xapian::Error& error) {
      ++faults;
      details << what << ": " << error.get_msg() << '\n';
    }
  };
  attempt("postings", [&] {
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term)
      for (auto entry = database.postlist_begin(*term); entry != database.postlist_end(*term); ++entry) continue;
  });
  attempt("positions", [&] {
    for (auto id = database.postlist_begin(""); id != database.postlist_end(""); ++id)
      for (auto term = database.termlist_begin(*id); term != database.termlist_end(*id); ++term)
        for (auto position = term.positionlist_begin(); position != term.positionlist_end(); ++position) continue;
  });
  attempt("metadata", [&] {
    for (auto key = database.metadata_keys_begin(); key != database.metadata_keys_end(); ++key)
      (void)database.get_metadata(*key);
  });
  return faults;
}

}  // namespace

ExitStatus run_check(const std::vector<std::string>& arguments) {
  const auto values = read_maintenance_options("check [options]", arguments);
  if (!values) return ExitStatus::ok;
  const std::filesystem::path path = database_of(*values);
  const Xapian::Database database = open_for_reading(path);

  std::ostringstream details;
  std::size_t faults =
      may_write(path) ? Xapian::Database::check(path.string(), 0, &details) : read_all(database, details);
  if (faults > 0) std::cerr << for_terminal(details.str());
  Stemmer stem;
  for_each_document(database, [&](Xapian::docid id, const Xapian::Document& document) {
    std::string fault;
    try {
      fault = fault_of(database, document, stem);
    } catch (const InputError& error) {
      fault = error.what();
    }
    if (fault.empty()) return;
    ++faults;
    std::cerr << for_terminal(fmt::format("document {}: {}\n", id, fault));
  });
  std::cout << fmt::format("{}: {} articles, {}\n", for_terminal(path.string()), database.get_doccount(),
                           faults == 0 ? "sound" : fmt::format("{} faults", faults));
  if (faults > 0)
    throw DatabaseError("the database is damaged", "council-index reindex rebuilds the index from the stored articles");
  return ExitStatus::ok;
}

}  // namespace council_news
