#include "indexer/commands/maintenance.h"

#include <cerrno>
#include <cstring>
#include <iostream>

#include <fcntl.h>
#include <fmt/core.h>
#include <stdio.h>
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
                                                          const po::options_description& own) {
  po::options_description options(std::string("council-index ") + usage + "\n\nOptions");
  for (const auto& option : own.options()) options.add(option);
  po::variables_map values = read_command_line(arguments, options);
  if (values.count("help") == 0) return values;
  std::cout << options;
  return std::nullopt;
}

fs::path database_of(const po::variables_map& values) { return database_path(values["db"].as<std::string>()); }

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

void replace_archive(const fs::path& new_path, const fs::path& path) {
  if (::renameat2(AT_FDCWD, new_path.c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) != 0) {
    const int reason = errno;
    std::error_code ignored;
    fs::remove_all(new_path, ignored);
    throw DatabaseError(fmt::format("{}: could not replace the database: {}", path.string(), std::strerror(reason)),
                        "the database was not changed");
  }
  std::error_code error;
  fs::remove_all(new_path, error);  // now the old one
  if (error)
    throw DatabaseError(fmt::format("{}: could not delete the old database: {}", new_path.string(), error.message()),
                        "the new database is in place; delete the old one yourself");
}

}  // namespace council_news
