#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <boost/program_options.hpp>
#include <xapian.h>

namespace council_news {

/// `--db` and `--help`, common to all maintenance commands.
boost::program_options::options_description maintenance_options();

/// Whether a command takes operands.
enum class OperandRule { none, any };

/// Parses the command line of a maintenance command with options `own`. On --help prints help and returns nothing.
/// Throws UsageError.
std::optional<boost::program_options::variables_map> read_maintenance_options(
    const char* usage, const std::vector<std::string>& arguments,
    const boost::program_options::options_description& own = maintenance_options(),
    OperandRule rule = OperandRule::none);

std::filesystem::path database_of(const boost::program_options::variables_map& values);

/// Bytes of the files in the folder of a database. A file that another process deletes meanwhile counts as empty.
std::uintmax_t size_of(const std::filesystem::path& folder);

/// Calls `visit` for every document, in docid order. If an indexer overwrites the revision that is being read, goes on
/// with the newest one from the document after the last; so `visit` must read a document before it does anything with it.
void for_each_document(const Xapian::Database& database,
                       const std::function<void(Xapian::docid, const Xapian::Document&)>& visit);

}  // namespace council_news
