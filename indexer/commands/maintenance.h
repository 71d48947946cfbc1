#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include <boost/program_options.hpp>
#include <xapian.h>

namespace council_news {

/// `--db` and `--help`, which every command has that looks after the database.
boost::program_options::options_description maintenance_options();

/// The command line of such a command, with the options it takes. Prints help and returns nothing when that was asked.
std::optional<boost::program_options::variables_map> read_maintenance_options(
    const char* usage, const std::vector<std::string>& arguments,
    const boost::program_options::options_description& own = maintenance_options());

std::filesystem::path database_of(const boost::program_options::variables_map& values);

/// Calls `visit` for every document, in the order of their numbers.
void for_each_document(const Xapian::Database& database,
                       const std::function<void(Xapian::docid, const Xapian::Document&)>& visit);

/// Replaces the archive at `path`, which the caller has locked, with the one made at `made`, in one step, and deletes
/// the old one. Readers that have the old one open continue with it until they reopen it. Throws DatabaseError.
void put_in_place(const std::filesystem::path& made, const std::filesystem::path& path);

/// A name beside the archive at `path`, a resolved path (archive_lock.h), for one that is being made.
std::filesystem::path beside(const std::filesystem::path& path);

}  // namespace council_news
