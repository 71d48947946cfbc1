#pragma once

#include <array>
#include <string>
#include <vector>

#include "common/error.h"

namespace council_news {

/// One command of council-index. Help and dispatch read the table of them.
struct Command {
  const char* name;
  const char* operands;
  const char* help;
  ExitStatus (*run)(const std::vector<std::string>& arguments);
};

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
    {"add", "SOURCE…", "index files, folders, archives, web addresses and feed lists; - is standard input", run_add},
    {"update", "[LIST]", "fetch the subscribed feeds that are due, and index what is new; LIST is OPML", run_update},
    {"feeds", "[COMMAND]", "the subscribed feeds and their health; add, remove, import and export them", run_feeds},
    {"remove", "ID…", "take articles out, by id or all of one --source", run_remove},
    {"status", "", "counts by outlet, council, topic and year; last run, size, schema", run_status},
    {"check", "", "verify the database; exit status 0 only if it is sound", run_check},
    {"compact", "", "rewrite the database small; readers go on meanwhile", run_compact},
    {"export", "", "print every article as JSON Lines, which add reads back", run_export},
    {"reindex", "", "judge and index all stored articles anew, after an upgrade or a changed gazetteer", run_reindex},
    {"parse", "SOURCE…", "print the articles that add would store, as JSON Lines, and touch no database", run_parse},
}};

}  // namespace council_news
