#include "indexer/commands/maintenance.h"

#include <iostream>

#include <fmt/core.h>

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
  constexpr int kMaxFailures = 10;
  Xapian::Database reading = database;
  Xapian::docid last = 0;
  for (int failures = 0;;) {
    try {
      auto it = reading.postlist_begin("");
      for (it.skip_to(last + 1); it != reading.postlist_end(""); ++it) {
        visit(*it, reading.get_document(*it));
        last = *it;
        failures = 0;
      }
      return;
    } catch (const Xapian::DatabaseModifiedError&) {
      if (++failures == kMaxFailures) throw;
      reading.reopen();
    }
  }
}

}  // namespace council_news
