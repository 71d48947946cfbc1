#include <algorithm>
#include <iostream>

#include <fmt/core.h>

#include "common/command_line.h"
#include "common/version.h"
#include "indexer/commands/command.h"

namespace {

using namespace council_news;

void print_help(std::ostream& out) {
  out << "council-index: keeps an archive of council news, searched by council-search\n\n"
         "usage: council-index COMMAND [options] [operands]\n\n";
  for (const Command& command : kCommands)
    out << fmt::format("  {:<8}{:<10}{}\n", command.name, command.operands, command.help);
  out << "\ncouncil-index COMMAND --help lists the options of a command.\n"
         "The database is --db DIR, else $COUNCIL_NEWS_DB, else $XDG_DATA_HOME/council-news.\n"
         "Exit status: 0 all well, 1 some sources failed and the rest is in, 2 wrong usage, 3 database trouble,\n"
         "4 another indexer holds the database.\n";
}

/// `--db DIR` may stand before the command as well as behind it: moves it behind.
std::vector<std::string> with_command_first(std::vector<std::string> arguments) {
  std::size_t leading = 0;
  while (leading < arguments.size() && arguments[leading].starts_with("--db"))
    leading += arguments[leading] == "--db" ? 2 : 1;
  if (leading < arguments.size())
    std::rotate(arguments.begin(), arguments.begin() + static_cast<std::ptrdiff_t>(leading),
                arguments.begin() + static_cast<std::ptrdiff_t>(leading) + 1);
  return arguments;
}

ExitStatus run(const std::vector<std::string>& given) {
  const std::vector<std::string> arguments = with_command_first(given);
  if (arguments.empty()) {
    print_help(std::cerr);
    return ExitStatus::usage;
  }
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h" || first == "help") {
    print_help(std::cout);
    return ExitStatus::ok;
  }
  if (first == "--version") {
    std::cout << "council-index " << kVersion << '\n';
    return ExitStatus::ok;
  }
  const auto command =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const Command& c) { return c.name == first; });
  if (command == kCommands.end())
    throw UsageError("there is no command '" + first + "'", "council-index --help lists the commands");
  return command->run({arguments.begin() + 1, arguments.end()});
}

}  // namespace

int main(int argc, char** argv) {
  return run_program("council-index", [&] { return run({argv + 1, argv + argc}); });
}
