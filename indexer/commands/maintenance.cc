#include "indexer/commands/maintenance.h"

#include <cerrno>
#include <cstring>
#include <iostream>

#include <fcntl.h>
#include <fmt/core.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/command_line.h"
#include "common/error.h"
#include "common/index/database.h"

namespace council_news {

namespace fs = std::filesystem;
namespace po = boost::program_options;

po::options_description maintenance_options() {
  po::options_description options;
  options.add_options()("db", po::value<std::string>()->default_value("", "")->value_name("DIR"),
                        "database directory")  //
      ("help,h", "show this help");
  return options;
}

std::optional<po::variables_map> read_maintenance_options(const char* usage, const std::vector<std::string>& arguments,
                                                          const po::options_description& own, OperandRule rule) {
  po::options_description options(std::string("council-index ") + usage + "\n\nOptions");
  for (const auto& option : own.options()) options.add(option);
  po::variables_map values = read_command_line(arguments, options);
  if (values.count("help") > 0) {
    std::cout << options;
    return std::nullopt;
  }
  if (const std::vector<std::string> given = operands(values); rule == OperandRule::none && !given.empty())
    throw UsageError(fmt::format("unexpected argument '{}'", given.front()), "--db DIR names the database");
  return values;
}

fs::path database_of(const po::variables_map& values) { return database_path(values["db"].as<std::string>()); }

std::uintmax_t size_of(const fs::path& folder) {
  std::uintmax_t bytes = 0;
  std::error_code error;
  for (fs::directory_iterator at(folder, error), end; at != end; at.increment(error)) {
    const std::uintmax_t size = at->is_regular_file(error) ? at->file_size(error) : 0;
    if (!error) bytes += size;
  }
  return bytes;
}

void for_each_document(const Xapian::Database& database,
                       const std::function<void(Xapian::docid, const Xapian::Document&)>& visit) {
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it)
    visit(*it, database.get_document(*it));
}

fs::path temporary_sibling(const fs::path& path) {
  fs::path sibling = path;
  sibling += fmt::format(".new-{}", ::getpid());
  return sibling;
}

namespace {

/// A file that Xapian or a lock made, as opposed to what somebody else keeps in the folder of a database.
bool is_of_database(const fs::path& file) {
  const std::string name = file.filename().string();
  return name == "iamglass" || name == "flintlock" || name.ends_with(".glass");
}

/// The new folder gets owner, group and mode of the old one, as far as this user may set them.
void copy_access(const fs::path& from, const fs::path& to) {
  struct stat status;
  if (::stat(from.c_str(), &status) != 0) return;
  if (::chown(to.c_str(), status.st_uid, status.st_gid) == 0)
    for (const auto& entry : fs::directory_iterator(to))
      if (::chown(entry.path().c_str(), status.st_uid, status.st_gid) != 0) break;
  ::chmod(to.c_str(), status.st_mode & 07777);  // after chown(2), which clears set-user-ID and set-group-ID
}

/// Moves what does not belong to the database from the old folder to the new one. False if something could not be
/// moved.
bool move_others(const fs::path& from, const fs::path& to) {
  std::vector<fs::path> others;
  for (const auto& entry : fs::directory_iterator(from))
    if (!is_of_database(entry.path())) others.push_back(entry.path());
  bool all_moved = true;
  for (const fs::path& other : others) {
    std::error_code error;
    fs::rename(other, to / other.filename(), error);
    all_moved = all_moved && !error;
  }
  return all_moved;
}

}  // namespace

void replace_archive(const fs::path& new_path, const fs::path& path) {
  copy_access(path, new_path);
  if (::renameat2(AT_FDCWD, new_path.c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) != 0) {
    const int reason = errno;
    std::error_code ignored;
    fs::remove_all(new_path, ignored);
    throw DatabaseError(fmt::format("{}: could not replace the database: {}", path.string(), std::strerror(reason)),
                        "the database was not changed");
  }
  // new_path is the old folder now.
  if (!move_others(new_path, path))
    throw DatabaseError(
        fmt::format("{}: some files there are not the database's and could not be moved", new_path.string()),
        "the new database is in place; move them and delete the old one yourself");
  std::error_code error;
  fs::remove_all(new_path, error);
  if (error)
    throw DatabaseError(fmt::format("{}: could not delete the old database: {}", new_path.string(), error.message()),
                        "the new database is in place; delete the old one yourself");
}

}  // namespace council_news
