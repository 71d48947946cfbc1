#include <algorithm>
#include <iostream>

#include <fmt/core.h>
#include <unistd.h>

#include "common/command_line.h"
#include "common/index/database.h"
#include "common/interruption.h"
#include "common/text/terminal.h"
#include "indexer/commands/command.h"
#include "indexer/commands/replacement.h"
#include "indexer/commands/run_report.h"
#include "indexer/commands/web_options.h"
#include "indexer/feeds/feed_list.h"
#include "indexer/feeds/update_run.h"
#include "indexer/fetch/curl_network.h"

namespace council_news {
namespace {

namespace po = boost::program_options;

UpdateOptions update_options(const po::variables_map& values) {
  UpdateOptions options;
  options.force = values.count("force") > 0;
  options.allow_private = web_options(values).allow_private;
  const double pause = values["pause"].as<double>();
  if (!(pause >= 0 && pause <= 3600))
    throw UsageError(fmt::format("--pause needs a number of seconds from 0 to 3600, got {}", pause));
  options.pause = std::chrono::milliseconds(static_cast<int>(pause * 1000));
  return options;
}

/// The feeds to update: those of the list if one is given (and subscribes to them), else all subscribed feeds.
std::vector<Feed> feeds_to_update(const std::vector<std::string>& lists, std::vector<Feed>&& known,
                                  ArchiveWriter& writer, UpdateReport& report) {
  if (lists.empty()) return std::move(known);
  Subscriptions subscriptions(std::move(known));
  const auto fail = [&](const std::string& url, const std::string& why) { report.failed(url, why); };
  std::vector<Feed> feeds;
  for (const Feed* feed : subscribe_all(subscriptions, load_feed_list(lists.front()), ListTrust::untrusted, fail)) {
    save_feed(writer, *feed);
    feeds.push_back(*feed);
  }
  return feeds;
}

ExitStatus update(const po::variables_map& values, const std::vector<std::string>& lists, bool quiet, bool as_json) {
  const std::filesystem::path path = database_path(values["db"].as<std::string>());
  HttpSettings http;
  http.user_agent = user_agent(web_options(values).contact);
  http.proxies = proxies_of_environment();
  http.ca_file = web_options(values).ca_file;
  const UpdateOptions options = update_options(values);

  catch_interruptions();
  const Timestamp started = now();
  Enricher enricher;
  ArchiveWriter writer(path, started, enricher);
  delete_abandoned_copies(resolved(path));
  const Xapian::Database committed(path.string());
  UpdateReport report(std::cerr, {.quiet = quiet, .shows_progress = is_terminal(STDERR_FILENO)});
  std::vector<Feed> feeds = feeds_to_update(lists, load_feeds(committed), writer, report);
  if (feeds.empty() && !quiet)
    std::cerr << "no feeds are subscribed: add some with council-index feeds add URL or feeds import LIST\n";
  CurlNetwork network(http);
  const bool is_whole = UpdateRun(network, writer, report, started, options).run(feeds, load_host_backoffs(committed));
  as_json ? report.write_json() : report.write_summary();
  if (!is_whole) end_interrupted(report.added() + report.updated());
  return report.any_failed() ? ExitStatus::some_failed : ExitStatus::ok;
}

}  // namespace

po::options_description options_of_update() {
  po::options_description options("council-index update [options] [FEEDS.opml]\n\nOptions");
  options.add_options()                                                                             //
      ("db", po::value<std::string>()->default_value("")->value_name("DIR"), "database directory")  //
      ("force", "also fetch feeds that are not due")                                                //
      ("quiet,q", "print only what needs attention");
  add_report_option(options);
  options.add_options()  //
      ("pause", po::value<double>()->default_value(1)->value_name("SECONDS"),
       "minimum seconds between two page requests to a host")  //
      ("help,h", "show this help");
  add_web_options(options);
  return options;
}

ExitStatus run_update(const std::vector<std::string>& arguments) {
  const po::options_description options = options_of_update();
  const po::variables_map values = read_command_line(arguments, options);
  if (values.count("help")) {
    std::cout << options;
    return ExitStatus::ok;
  }
  const bool as_json = wants_json(values);
  const std::vector<std::string> lists = operands(values);
  if (lists.size() > 1) throw UsageError("update takes at most one list of feeds");
  const bool quiet = values.count("quiet") > 0;
  try {
    return update(values, lists, quiet, as_json);
  } catch (const Error& error) {
    // Another run still holds the database, which is not worth a mail from cron.
    if (quiet && error.status() == ExitStatus::locked) return error.status();
    throw;
  }
}

}  // namespace council_news
