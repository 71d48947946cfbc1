#include <unistd.h>

#include <iostream>

#include "common/command_line.h"
#include "common/index/database.h"
#include "common/text/terminal.h"
#include "common/version.h"
#include "searcher/batch.h"
#include "searcher/options.h"

namespace {

using namespace council_news;

const char* error_code(ExitStatus status) {
  return status == ExitStatus::usage ? "bad_request" : "database";
}

ExitStatus search(const Options& options) {
  Searcher searcher(database_path(options.database), day_of(now()));
  if (options.batch) {
    run_batch(searcher, std::cin, std::cout);
    return ExitStatus::ok;
  }
  if (options.request.query.empty())
    throw UsageError("no query given", "council-search WORD… or FIELD:VALUE; --help lists the fields");
  const Answer answer = searcher.search(options.request);
  for (const std::string& warning : answer.warnings) std::cerr << "note: " << for_terminal(warning) << '\n';
  options.format->write(answer, {options.color, terminal_width(STDOUT_FILENO, 80)}, std::cout);
  if (answer.hits.empty() && options.format->name == "text") std::cerr << "nothing found\n";
  return answer.total > 0 ? ExitStatus::ok : ExitStatus::nothing;
}

ExitStatus run(const std::vector<std::string>& arguments) {
  const Options options = parse_options(arguments);
  if (options.help) {
    print_help(std::cout);
    return ExitStatus::ok;
  }
  if (options.version) {
    std::cout << "council-search " << kVersion << '\n';
    return ExitStatus::ok;
  }
  try {
    return search(options);
  } catch (const Error& error) {
    if (options.format->name == "json") write_json_error(error_code(error.status()), error.what(), error.hint(), std::cout);
    throw;
  }
}

}  // namespace

int main(int argc, char** argv) {
  return run_program("council-search", [&] { return run({argv + 1, argv + argc}); });
}
