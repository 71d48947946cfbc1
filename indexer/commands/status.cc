#include <algorithm>
#include <iostream>
#include <map>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/index/database.h"
#include "common/index/document.h"
#include "common/index/schema.h"
#include "common/text/terminal.h"
#include "indexer/commands/command.h"
#include "indexer/commands/maintenance.h"
#include "indexer/write/archive_writer.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;
namespace po = boost::program_options;

using Counts = std::map<std::string, std::size_t>;

struct Status {
  std::size_t articles = 0;
  std::size_t bytes = 0;
  Counts outlets;
  Counts councils;
  Counts topics;
  Counts years;
};

Status read_status(const Xapian::Database& database, const fs::path& path) {
  Status status;
  status.articles = database.get_doccount();
  status.bytes = size_of(path);
  for_each_document(database, [&status](Xapian::docid, const Xapian::Document& document) {
    const Article article = article_of(document);
    ++status.outlets[article.outlet.empty() ? "(unknown)" : article.outlet];
    for (const std::string& council : article.councils) ++status.councils[council];
    for (const std::string& topic : article.topics) ++status.topics[topic];
    ++status.years[article.published ? std::to_string(day_of(*article.published).year) : "(unknown)"];
  });
  return status;
}

enum class Order { by_count, by_name };

/// Prints all counts by name, or the ten largest.
void print_counts(const char* label, const Counts& counts, Order order) {
  constexpr std::size_t kMaxRows = 10;
  const bool by_name = order == Order::by_name;
  std::vector<std::pair<std::string, std::size_t>> rows(counts.begin(), counts.end());
  if (!by_name) std::stable_sort(rows.begin(), rows.end(), [](auto& a, auto& b) { return a.second > b.second; });
  std::cout << '\n' << label << '\n';
  for (std::size_t i = 0; i < rows.size() && (by_name || i < kMaxRows); ++i)
    std::cout << fmt::format("{:>8}  {}\n", rows[i].second, for_terminal(rows[i].first));
  if (!by_name && rows.size() > kMaxRows) std::cout << fmt::format("          and {} more\n", rows.size() - kMaxRows);
}

}  // namespace

po::options_description options_of_status() {
  po::options_description options = maintenance_options();
  options.add_options()("format", po::value<std::string>()->default_value("text")->value_name("text|json"),
                        "output format");
  return options;
}

ExitStatus run_status(const std::vector<std::string>& arguments) {
  const auto values = read_maintenance_options("status [options]", arguments, options_of_status());
  if (!values) return ExitStatus::ok;
  const std::string format = (*values)["format"].as<std::string>();
  if (format != "text" && format != "json") throw UsageError("--format must be text or json, got '" + format + "'");
  const fs::path path = database_of(*values);
  const Xapian::Database database = open_for_reading(path);
  // Read at once: an indexer may overwrite this revision while the documents are read.
  const std::string last_run = database.get_metadata(kLastRunKey);
  const std::string xapian = database.get_metadata(kXapianKey);
  const Status status = read_status(database, path);
  if (format == "json") {
    const nlohmann::ordered_json object{{"format", 1},
                                        {"database", path.string()},
                                        {"articles", status.articles},
                                        {"bytes", status.bytes},
                                        {"schema", kSchemaVersion},
                                        {"xapian", xapian},
                                        {"last_run", last_run},
                                        {"outlets", status.outlets},
                                        {"councils", status.councils},
                                        {"topics", status.topics},
                                        {"years", status.years}};
    std::cout << object.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
    return ExitStatus::ok;
  }
  std::cout << fmt::format("{}\n{} articles, {:.1f} MB, schema {}, written by Xapian {}, last run {}\n",
                           for_terminal(path.string()), status.articles, static_cast<double>(status.bytes) / 1e6,
                           kSchemaVersion, xapian, last_run.empty() ? "never" : last_run);
  print_counts("Outlets", status.outlets, Order::by_count);
  print_counts("Councils", status.councils, Order::by_count);
  print_counts("Topics", status.topics, Order::by_count);
  print_counts("Years", status.years, Order::by_name);
  return ExitStatus::ok;
}

}  // namespace council_news
