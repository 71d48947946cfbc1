#include <algorithm>
#include <csignal>
#include <iostream>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "common/command_line.h"
#include "common/version.h"
#include "indexer/commands/command.h"
#include "indexer/commands/index_manual.h"

namespace {

using namespace council_news;

/// Accepts `--db DIR` before the command too, by moving it after the command.
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
  if (!given.empty() && given.front() == "--complete") {
    print_completion(complete_index({given.begin() + 1, given.end()}), std::cout);
    return ExitStatus::ok;
  }
  const std::vector<std::string> arguments = with_command_first(given);
  if (arguments.empty()) {
    write_help(index_manual(), std::cerr);
    return ExitStatus::usage;
  }
  const std::string& first = arguments.front();
  if (first == "--help" || first == "-h" || first == "help") {
    write_help(index_manual(), std::cout);
    return ExitStatus::ok;
  }
  if (first == "--manual") {
    write_manual_page(index_manual(), std::cout);
    return ExitStatus::ok;
  }
  if (first == "--completions") {
    print_completion_script(arguments.size() > 1 ? arguments[1] : "", "council-index", std::cout);
    return ExitStatus::ok;
  }
  if (first == "--version") {
    std::cout << "council-index " << kVersion << '\n';
    return ExitStatus::ok;
  }
  const auto command =
      std::find_if(kCommands.begin(), kCommands.end(), [&](const Command& c) { return c.name == first; });
  if (command == kCommands.end())
    throw UsageError("unknown command '" + first + "'", "council-index --help lists the commands");
  return command->run({arguments.begin() + 1, arguments.end()});
}

/// Keeps freed memory for reuse. Documents of a few hundred kilobytes are allocated and freed by the thousand, and
/// returning each to the kernel stalls the other threads: a tenth of the time of `parse` on saved pages.
void keep_freed_memory() {
#ifdef __GLIBC__
  mallopt(M_TOP_PAD, 16 << 20);
  mallopt(M_MMAP_THRESHOLD, 32 << 20);
  mallopt(M_TRIM_THRESHOLD, 256 << 20);
#endif
}

}  // namespace

int main(int argc, char** argv) {
  keep_freed_memory();
  std::signal(SIGXFSZ, SIG_IGN);  // a file size limit is an error like a full disk, not a crash
  return run_program("council-index", [&] { return run({argv + 1, argv + argc}); });
}
