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

/// A switch that may be turned on and off again.
struct SettingSwitch {
  const char* name;
  const char* help;
  bool FeedSettings::*setting;
};
constexpr SettingSwitch kSwitches[] = {
    {"full-pages", "fetch the page behind each entry; --no-full-pages undoes it", &FeedSettings::full_pages},
    {"history", "follow archives and older pages of the feed (the default); --no-history undoes it",
     &FeedSettings::history},
    {"allow-private", "its address may be of this machine or its own network; --no-allow-private undoes it",
     &FeedSettings::allow_private},
};

struct SettingText {
  const char* name;
  const char* value;
  const char* help;
  std::string FeedSettings::*setting;
};
constexpr SettingText kTexts[] = {
    {"council", "COUNCIL", "all its articles are about that council", &FeedSettings::council},
    {"topic", "TOPIC", "all its articles are about that topic", &FeedSettings::topic},
    {"outlet", "NAME", "who publishes its articles", &FeedSettings::outlet},
    {"title", "NAME", "a name for it", &FeedSettings::title},
    {"folder", "NAME", "a folder of the list, levels apart by /", &FeedSettings::folder},
};

std::filesystem::path path_of(const po::variables_map& values) { return database_path(values["db"].as<std::string>()); }

/// Changes the list under the lock of the database.
void change_list(const po::variables_map& values, const std::function<void(ArchiveWriter&, Subscriptions&)>& change) {
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
    if (hours < 0 || hours > kMostEveryHours)
      throw UsageError(fmt::format("--every {} is no number of hours up to a year", hours));
    settings.every_hours = hours == 0 ? std::nullopt : std::optional<int>(hours);
  }
}

void say(const char* what, const std::string& url, const std::string& why = {}) {
  std::cerr << for_terminal(why.empty() ? fmt::format("{}: {}", what, url) : fmt::format("{}: {}: {}", what, url, why))
            << '\n';
}

ExitStatus list_feeds(const po::variables_map& values, const std::vector<std::string>&) {
  const std::string form = values["format"].as<std::string>();
  if (form != "text" && form != "json") throw UsageError("--format is text or json, not " + form);
  const std::vector<Feed> feeds = load_feeds(open_for_reading(path_of(values)));
  (form == "json" ? write_health_json : write_health_text)(std::cout, feeds, now());
  return ExitStatus::ok;
}

ExitStatus add_feeds(const po::variables_map& values, const std::vector<std::string>& urls) {
  if (urls.empty()) throw UsageError("feeds add: no address given", "council-index feeds add https://…");
  const auto change = [&](FeedSettings& settings) { change_settings(values, settings); };
  Subscriptions trial({});  // what is wrong is said before a database is made
  for (const std::string& url : urls) trial.put(url, change, false);
  change_list(values, [&](ArchiveWriter& writer, Subscriptions& subscriptions) {
    for (const std::string& url : urls) {
      const Feed* const known = subscriptions.find(url);
      const FeedSettings before = known == nullptr ? FeedSettings{} : known->settings;
      const bool was_gone = known != nullptr && known->state.problem == FeedProblem::gone;
      const Feed& feed = subscriptions.put(url, change, true);
      save_feed(writer, feed);
      if (known == nullptr) {
        say("subscribed", url);
      } else if (was_gone) {
        say("asked again", feed.url, "it was gone");
      } else {
        say(feed.settings == before ? "already subscribed" : "changed", feed.url);
      }
    }
  });
  return ExitStatus::ok;
}

ExitStatus remove_feeds(const po::variables_map& values, const std::vector<std::string>& urls) {
  if (urls.empty()) throw UsageError("feeds remove: no address given", "council-index feeds lists them");
  (void)open_for_reading(path_of(values));  // none is made to take something out of it
  ExitStatus status = ExitStatus::ok;
  change_list(values, [&](ArchiveWriter& writer, Subscriptions& subscriptions) {
    for (const std::string& url : urls) {
      const Feed* feed = subscriptions.find(url);
      if (feed != nullptr) {
        forget_feed(writer, feed->key);
        say("removed", feed->url, "its articles stay");
      } else {
        say("failed", url, "not subscribed");
        status = ExitStatus::some_failed;
      }
    }
  });
  return status;
}

ExitStatus import_feeds(const po::variables_map& values, const std::vector<std::string>& files) {
  if (files.size() != 1) throw UsageError("feeds import: one list, please", "council-index feeds import FEEDS.opml");
  const std::vector<OpmlFeed> listed = load_feed_list(files.front());
  ExitStatus status = ExitStatus::ok;
  change_list(values, [&](ArchiveWriter& writer, Subscriptions& subscriptions) {
    const std::size_t before = subscriptions.feeds().size();
    const std::vector<Feed*> feeds = subscribe_all(subscriptions, listed, values.count("allow-private") > 0,
                                                   [&](const std::string& url, const std::string& why) {
                                                     say("failed", url, why);
                                                     status = ExitStatus::some_failed;
                                                   });
    for (const Feed* feed : feeds) save_feed(writer, *feed);
    const std::size_t added = subscriptions.feeds().size() - before;
    std::cerr << fmt::format("{} feeds subscribed, {} were already\n", added, feeds.size() - added);
  });
  return status;
}

ExitStatus export_feeds(const po::variables_map& values, const std::vector<std::string>&) {
  std::vector<OpmlFeed> listed;
  for (const Feed& feed : load_feeds(open_for_reading(path_of(values)))) listed.push_back(to_opml(feed));
  std::cout << write_opml(listed);
  return ExitStatus::ok;
}

/// What a command takes beside --db.
enum class Takes { nothing, format, settings, permission };

struct FeedsCommand {
  const char* name;
  const char* operands;
  const char* help;
  Takes takes;
  ExitStatus (*run)(const po::variables_map& values, const std::vector<std::string>& operands);
};
constexpr std::array<FeedsCommand, 5> kFeedsCommands{{
    {"list", "", "the subscribed feeds and their health; so does no command", Takes::format, list_feeds},
    {"add", "URL…", "subscribe, or change the settings of a feed; a newsroom's page will do", Takes::settings,
     add_feeds},
    {"remove", "URL…", "unsubscribe; the articles stay", Takes::nothing, remove_feeds},
    {"import", "FEEDS.opml", "subscribe to all feeds of a list; - is standard input", Takes::permission, import_feeds},
    {"export", "", "the list of feeds as OPML", Takes::nothing, export_feeds},
}};

/// Refuses what the command would have to pass over.
void check_taken(const FeedsCommand& command, const po::variables_map& values, const std::vector<std::string>& rest) {
  const std::string name = command.name;
  if (*command.operands == 0 && !rest.empty()) throw UsageError("feeds " + name + " takes no '" + rest.front() + "'");
  for (const auto& [option, value] : values) {
    if (value.defaulted() || option == "db" || option == "operands") continue;
    const bool is_taken = option == "format" ? command.takes == Takes::format
                          : option == "allow-private"
                              ? command.takes == Takes::settings || command.takes == Takes::permission
                              : command.takes == Takes::settings;
    if (!is_taken)
      throw UsageError("feeds " + name + " takes no --" + option,
                       "council-index feeds add URL changes a feed's settings");
  }
}

}  // namespace

po::options_description options_of_feeds() {
  po::options_description options("Options");
  options.add_options()("db", po::value<std::string>()->default_value("")->value_name("DIR"),
                        "folder of the database")  //
      ("format", po::value<std::string>()->default_value("text")->value_name("text|json"), "of list: text or json");
  for (const SettingText& text : kTexts)
    options.add_options()(text.name, po::value<std::string>()->value_name(text.value), text.help);
  options.add_options()("every", po::value<int>()->value_name("HOURS"), "hours between requests; 0: as the feed says");
  for (const SettingSwitch& one : kSwitches) options.add_options()(one.name, one.help);
  options.add_options()("help,h", "this help");
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
    throw UsageError("feeds: there is no command '" + name + "'", "council-index feeds --help lists them");
  check_taken(*command, values, rest);
  return command->run(values, rest);
}

}  // namespace council_news
