#include <algorithm>
#include <iostream>

#include <fmt/core.h>
#include <unistd.h>

#include "common/command_line.h"
#include "common/index/database.h"
#include "common/text/terminal.h"
#include "indexer/commands/command.h"
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
    throw UsageError(fmt::format("--pause {} is no number of seconds up to 3600", pause));
  options.pause = std::chrono::milliseconds(static_cast<int>(pause * 1000));
  return options;
}

/// The feeds to ask: those of the list if one is named, else all subscribed ones.
std::vector<Feed> feeds_to_ask(const std::vector<std::string>& lists, std::vector<Feed>&& known, ArchiveWriter& writer,
                               UpdateReport& report) {
  if (lists.empty()) return std::move(known);
  Subscriptions subscriptions(std::move(known));
  const auto fail = [&](const std::string& url, const std::string& why) { report.failed(url, why); };
  std::vector<Feed> feeds;
  for (const Feed* feed : subscribe_all(subscriptions, load_feed_list(lists.front()), false, fail)) {
    save_feed(writer, *feed);
    feeds.push_back(*feed);
  }
  return feeds;
}

ExitStatus update(const po::variables_map& values, const std::vector<std::string>& lists, bool quiet, bool as_json) {
  const std::filesystem::path path = database_path(values["db"].as<std::string>());
  HttpManners manners;
  manners.user_agent = user_agent(web_options(values).contact);
  manners.proxies = proxies_of_environment();
  manners.ca_file = web_options(values).ca_file;
  const UpdateOptions options = update_options(values);

  const Timestamp started = now();
  Enricher enricher;
  ArchiveWriter writer(path, started, enricher);
  const Xapian::Database committed(path.string());
  UpdateReport report(std::cerr, quiet, is_terminal(STDERR_FILENO));
  std::vector<Feed> feeds = feeds_to_ask(lists, load_feeds(committed), writer, report);
  if (feeds.empty() && !quiet)
    std::cerr << "no feed is subscribed: council-index feeds add URL, or feeds import LIST\n";
  CurlNetwork network(manners);
  UpdateRun(network, writer, report, started, options).run(feeds, load_resting_hosts(committed));
  report.finish(as_json);
  return report.any_failed() ? ExitStatus::some_failed : ExitStatus::ok;
}

}  // namespace

po::options_description options_of_update() {
  po::options_description options("council-index update [options] [FEEDS.opml]\n\nOptions");
  options.add_options()                                                                                 //
      ("db", po::value<std::string>()->default_value("")->value_name("DIR"), "folder of the database")  //
      ("force", "ask feeds that are not yet due, too")                                                  //
      ("quiet,q", "say nothing but what a person should know");
  add_report_option(options);
  options.add_options()  //
      ("pause", po::value<double>()->default_value(1)->value_name("SECONDS"),
       "seconds between two pages of one host")  //
      ("help,h", "this help");
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
  if (lists.size() > 1) throw UsageError("update: one list of feeds, please");
  const bool quiet = values.count("quiet") > 0;
  try {
    return update(values, lists, quiet, as_json);
  } catch (const Error& error) {
    // Yesterday's run is still at work, or somebody is: no news for a mail.
    if (quiet && error.status() == ExitStatus::locked) return error.status();
    throw;
  }
}

}  // namespace council_news
