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
ExitStatus run_parse(const std::vector<std::string>& arguments);

inline constexpr std::array<Command, 2> kCommands{{
    {"add", "SOURCE…", "index files and folders of feeds, pages, texts and article JSON; - is standard input", run_add},
    {"parse", "SOURCE…", "print the articles that add would store, as JSON Lines, and touch no database", run_parse},
}};

}  // namespace council_news
