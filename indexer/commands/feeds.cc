#include <algorithm>
#include <array>
#include <iostream>

#include <fmt/core.h>

#include "common/command_line.h"
#include "common/index/database.h"
#include "common/text/terminal.h"
#include "indexer/commands/command.h"
#include "indexer/feeds/feed_list.h"
#include "indexer/feeds/feed_store.h"
#include "indexer/feeds/health.h"
#include "indexer/feeds/subscriptions.h"

namespace council_news {
namespace {

namespace po = boost::program_options;

/// A boolean setting: `--NAME` turns it on, `--no-NAME` off.
struct SettingSwitch {
  const char* name;
  const char* help;
  bool FeedSettings::*setting;
};
constexpr SettingSwitch kSwitches[] = {
    {"full-pages", "fetch the web page of each entry; --no-full-pages turns it off", &FeedSettings::full_pages},
    {"history", "follow archived and older pages of the feed (the default); --no-history turns it off",
     &FeedSettings::history},
    {"allow-private", "allow the feed to be on this machine or its local network; --no-allow-private turns it off",
     &FeedSettings::allow_private},
};

struct SettingText {
  const char* name;
  const char* value;
  const char* help;
  std::string FeedSettings::*setting;
};
constexpr SettingText kTexts[] = {
    {"council", "COUNCIL", "assign this council to all articles of the feed", &FeedSettings::council},
    {"topic", "TOPIC", "assign this topic to all articles of the feed", &FeedSettings::topic},
    {"outlet", "NAME", "publisher of the articles", &FeedSettings::outlet},
    {"title", "NAME", "name of the feed", &FeedSettings::title},
    {"folder", "NAME", "folder in the feed list, levels separated by /", &FeedSettings::folder},
};

std::filesystem::path path_of(const po::variables_map& values) { return database_path(values["db"].as<std::string>()); }

/// Changes the subscriptions while holding the lock of the database.
void change_subscriptions(const po::variables_map& values,
                          const std::function<void(ArchiveWriter&, Subscriptions&)>& change) {
  Enricher enricher;
  ArchiveWriter writer(path_of(values), now(), enricher);
  Subscriptions subscriptions(load_feeds(Xapian::Database(path_of(values).string())));
  change(writer, subscriptions);
  writer.commit();
}

void change_settings(const po::variables_map& values, FeedSettings& settings) {
  for (const SettingText& text : kTexts) {
    if (values.count(text.name)) settings.*text.setting = values[text.name].as<std::string>();
  }
  for (const SettingSwitch& one : kSwitches) {
    if (values.count(one.name)) settings.*one.setting = true;
    if (values.count(std::string("no-") + one.name)) settings.*one.setting = false;
  }
  if (values.count("every")) {
    const int hours = values["every"].as<int>();
    if (hours < 0 || hours > kMaxEveryHours)
      throw UsageError(fmt::format("--every needs a number of hours from 0 to {}, got {}", kMaxEveryHours, hours));
    settings.every_hours = hours == 0 ? std::nullopt : std::optional<int>(hours);
  }
}

void print_result(const char* what, const std::string& url, const std::string& why = {}) {
  std::cerr << for_terminal(why.empty() ? fmt::format("{}: {}", what, url) : fmt::format("{}: {}: {}", what, url, why))
            << '\n';
}

ExitStatus list_feeds(const po::variables_map& values, const std::vector<std::string>&) {
  const std::string format = values["format"].as<std::string>();
  if (format != "text" && format != "json") throw UsageError("--format must be text or json, got '" + format + "'");
  const std::vector<Feed> feeds = load_feeds(open_for_reading(path_of(values)));
  (format == "json" ? write_health_json : write_health_text)(std::cout, feeds, now());
  return ExitStatus::ok;
}

ExitStatus add_feeds(const po::variables_map& values, const std::vector<std::string>& urls) {
  if (urls.empty()) throw UsageError("feeds add needs at least one URL", "council-index feeds add https://…");
  const auto change = [&](FeedSettings& settings) { change_settings(values, settings); };
  Subscriptions trial({});  // reports bad arguments before a database is created
  for (const std::string& url : urls) trial.put(url, change);
  change_subscriptions(values, [&](ArchiveWriter& writer, Subscriptions& subscriptions) {
    for (const std::string& url : urls) {
      const Feed* const known = subscriptions.find(url);
      const FeedSettings before = known == nullptr ? FeedSettings{} : known->settings;
      const bool was_gone = known != nullptr && known->state.problem == FeedProblem::gone;
      const Feed& feed = subscriptions.put(url, change, IfGone::reactivate);
      save_feed(writer, feed);
      if (known == nullptr) {
        print_result("subscribed", url);
      } else if (was_gone) {
        print_result("reactivated", feed.url, "it was gone (410)");
      } else {
        print_result(feed.settings == before ? "already subscribed" : "changed", feed.url);
      }
    }
  });
  return ExitStatus::ok;
}

ExitStatus remove_feeds(const po::variables_map& values, const std::vector<std::string>& urls) {
  if (urls.empty())
    throw UsageError("feeds remove needs at least one URL", "council-index feeds lists the subscribed feeds");
  (void)open_for_reading(path_of(values));  // fails if there is none, instead of creating it
  ExitStatus status = ExitStatus::ok;
  change_subscriptions(values, [&](ArchiveWriter& writer, Subscriptions& subscriptions) {
    for (const std::string& url : urls) {
      const Feed* feed = subscriptions.find(url);
      if (feed != nullptr) {
        delete_feed(writer, feed->key);
        print_result("removed", feed->url, "its articles are kept");
      } else {
        print_result("failed", url, "not subscribed");
        status = ExitStatus::some_failed;
      }
    }
  });
  return status;
}

ExitStatus import_feeds(const po::variables_map& values, const std::vector<std::string>& files) {
  if (files.size() != 1)
    throw UsageError("feeds import takes exactly one list", "council-index feeds import FEEDS.opml");
  const std::vector<OpmlFeed> listed = load_feed_list(files.front());
  ExitStatus status = ExitStatus::ok;
  change_subscriptions(values, [&](ArchiveWriter& writer, Subscriptions& subscriptions) {
    const std::size_t before = subscriptions.feeds().size();
    const std::vector<Feed*> feeds =
        subscribe_all(subscriptions, listed, values.count("allow-private") ? ListTrust::trusted : ListTrust::untrusted,
                      [&](const std::string& url, const std::string& why) {
                        print_result("failed", url, why);
                        status = ExitStatus::some_failed;
                      });
    for (const Feed* feed : feeds) save_feed(writer, *feed);
    const std::size_t added = subscriptions.feeds().size() - before;
    std::cerr << fmt::format("{} feeds subscribed, {} already were\n", added, feeds.size() - added);
  });
  return status;
}

ExitStatus export_feeds(const po::variables_map& values, const std::vector<std::string>&) {
  std::vector<OpmlFeed> listed;
  for (const Feed& feed : load_feeds(open_for_reading(path_of(values)))) listed.push_back(to_opml(feed));
  std::cout << write_opml(listed);
  return ExitStatus::ok;
}

/// The options that a command accepts besides --db and --help; `permission` is --allow-private.
enum class Accepts { nothing, format, settings, permission };

struct FeedsCommand {
  const char* name;
  const char* operands;
  const char* help;
  Accepts accepts;
  ExitStatus (*run)(const po::variables_map& values, const std::vector<std::string>& operands);
};
constexpr std::array<FeedsCommand, 5> kFeedsCommands{{
    {"list", "", "list the subscribed feeds and their health (the default)", Accepts::format, list_feeds},
    {"add", "URL…", "subscribe, or change the settings of a feed; a web page that links to a feed works too",
     Accepts::settings, add_feeds},
    {"remove", "URL…", "unsubscribe; the articles are kept", Accepts::nothing, remove_feeds},
    {"import", "FEEDS.opml", "subscribe to all feeds of a list; - reads standard input", Accepts::permission,
     import_feeds},
    {"export", "", "print the list of feeds as OPML", Accepts::nothing, export_feeds},
}};

/// Throws UsageError for operands and options that the command does not accept.
void check_arguments(const FeedsCommand& command, const po::variables_map& values,
                     const std::vector<std::string>& rest) {
  const std::string name = command.name;
  if (*command.operands == 0 && !rest.empty())
    throw UsageError("feeds " + name + " takes no operands, got '" + rest.front() + "'");
  for (const auto& [option, value] : values) {
    if (value.defaulted() || option == "db" || option == "operands") continue;
    const bool is_accepted = option == "format" ? command.accepts == Accepts::format
                             : option == "allow-private"
                                 ? command.accepts == Accepts::settings || command.accepts == Accepts::permission
                                 : command.accepts == Accepts::settings;
    if (!is_accepted)
      throw UsageError("feeds " + name + " does not accept --" + option,
                       "council-index feeds add URL changes a feed's settings");
  }
}

}  // namespace

po::options_description options_of_feeds() {
  po::options_description options("Options");
  options.add_options()("db", po::value<std::string>()->default_value("")->value_name("DIR"),
                        "database directory")  //
      ("format", po::value<std::string>()->default_value("text")->value_name("text|json"), "output format of list");
  for (const SettingText& text : kTexts)
    options.add_options()(text.name, po::value<std::string>()->value_name(text.value), text.help);
  options.add_options()("every", po::value<int>()->value_name("HOURS"),
                        "minimum hours between requests; 0 follows the feed's own schedule");
  for (const SettingSwitch& one : kSwitches) options.add_options()(one.name, one.help);
  options.add_options()("help,h", "show this help");
  return options;
}

std::vector<ManualItem> feeds_commands() {
  std::vector<ManualItem> items;
  for (const FeedsCommand& command : kFeedsCommands)
    items.push_back(
        {std::string(command.name) + (*command.operands == '\0' ? "" : " ") + command.operands, command.help});
  return items;
}

ExitStatus run_feeds(const std::vector<std::string>& arguments) {
  const po::options_description shown = options_of_feeds();
  po::options_description options;
  options.add(shown);
  for (const SettingSwitch& one : kSwitches) options.add_options()((std::string("no-") + one.name).c_str(), "");
  const po::variables_map values = read_command_line(arguments, options);
  if (values.count("help")) {
    std::cout << "council-index feeds [COMMAND] [options] [operands]\n\n";
    for (const FeedsCommand& command : kFeedsCommands)
      std::cout << fmt::format("  {:<8}{:<12}{}\n", command.name, command.operands, command.help);
    std::cout << '\n' << shown;
    return ExitStatus::ok;
  }
  std::vector<std::string> rest = operands(values);
  const std::string name = rest.empty() ? "list" : rest.front();
  if (!rest.empty()) rest.erase(rest.begin());
  const auto command = std::find_if(kFeedsCommands.begin(), kFeedsCommands.end(),
                                    [&](const FeedsCommand& candidate) { return candidate.name == name; });
  if (command == kFeedsCommands.end())
    throw UsageError("unknown command 'feeds " + name + "'", "council-index feeds --help lists them");
  check_arguments(*command, values, rest);
  return command->run(values, rest);
}

}  // namespace council_news
