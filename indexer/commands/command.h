#pragma once

#include <array>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "common/error.h"
#include "common/manual.h"

namespace council_news {

/// A command of council-index. Help, manual page, completions and dispatch all use the table below.
struct Command {
  const char* name;
  const char* operands;
  const char* help;
  boost::program_options::options_description (*options)();
  ExitStatus (*run)(const std::vector<std::string>& arguments);
};

boost::program_options::options_description options_of_add();
boost::program_options::options_description options_of_feeds();
boost::program_options::options_description options_of_parse();
boost::program_options::options_description options_of_remove();
boost::program_options::options_description options_of_status();
boost::program_options::options_description options_of_update();
boost::program_options::options_description maintenance_options();  ///< of check, compact, export and reindex

ExitStatus run_add(const std::vector<std::string>& arguments);
ExitStatus run_feeds(const std::vector<std::string>& arguments);
ExitStatus run_parse(const std::vector<std::string>& arguments);
ExitStatus run_check(const std::vector<std::string>& arguments);
ExitStatus run_compact(const std::vector<std::string>& arguments);
ExitStatus run_export(const std::vector<std::string>& arguments);
ExitStatus run_reindex(const std::vector<std::string>& arguments);
ExitStatus run_remove(const std::vector<std::string>& arguments);
ExitStatus run_status(const std::vector<std::string>& arguments);
ExitStatus run_update(const std::vector<std::string>& arguments);

inline constexpr std::array<Command, 10> kCommands{{
    {"add", "SOURCE…", "index files, folders, archives, URLs and feed lists; - reads standard input", options_of_add,
     run_add},
    {"update", "[LIST]", "fetch the subscribed feeds that are due and index new articles; LIST is an OPML file",
     options_of_update, run_update},
    {"feeds", "[COMMAND]", "list the subscribed feeds and their health; add, remove, import or export feeds",
     options_of_feeds, run_feeds},
    {"remove", "ID…", "delete articles for good, by id or all of one --source; list and lift removals", options_of_remove, run_remove},
    {"status", "", "show counts by outlet, council, topic and year, last run, size and schema", options_of_status,
     run_status},
    {"check", "", "verify the database; exits with status 0 only if it is sound", maintenance_options, run_check},
    {"compact", "", "rewrite the database to take less space; searches can go on meanwhile", maintenance_options,
     run_compact},
    {"export", "", "print every article as JSON Lines, which add can read back", maintenance_options, run_export},
    {"reindex", "", "rebuild the index from the stored articles, after an upgrade or a changed gazetteer",
     maintenance_options, run_reindex},
    {"parse", "SOURCE…", "print the articles that add would store, as JSON Lines, without using a database",
     options_of_parse, run_parse},
}};

/// The commands of `council-index feeds`.
std::vector<ManualItem> feeds_commands();

}  // namespace council_news
