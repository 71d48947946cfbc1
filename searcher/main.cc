#include <unistd.h>

#include "common/command_line.h"
#include "common/version.h"
#include "searcher/complete.h"
#include "searcher/options.h"
#include "searcher/output/output_stream.h"
#include "searcher/run.h"
#include "searcher/search_manual.h"

namespace {

using namespace council_news;

const char* error_code(ExitStatus status) { return status == ExitStatus::usage ? "bad_request" : "database"; }

ExitStatus run(const std::vector<std::string>& arguments) {
  OutputStream out(STDOUT_FILENO);
  if (!arguments.empty() && arguments.front() == "--complete") {
    print_completion(complete_search({arguments.begin() + 1, arguments.end()}), out);
    out.flush();
    return ExitStatus::ok;
  }
  const Options options = parse_options(arguments);
  if (options.help) {
    write_help(search_manual(), out);
  } else if (options.manual) {
    write_manual_page(search_manual(), out);
  } else if (options.version) {
    out << "council-search " << kVersion << '\n';
  } else if (!options.completions.empty()) {
    print_completion_script(options.completions, "council-search", out);
  } else {
    try {
      return run_search(options);
    } catch (const Error& error) {
      if (options.format->has_errors) write_json_error(error_code(error.status()), error.what(), error.hint(), out);
      out.flush();
      throw;
    }
  }
  out.flush();
  return ExitStatus::ok;
}

/// A reader that closes the pipe early, as `head` does, is not an error: nothing is marked as seen, nothing is
/// reported.
ExitStatus run_into_pipe(const std::vector<std::string>& arguments) {
  try {
    return run(arguments);
  } catch (const ClosedPipe&) {
    return ExitStatus::ok;
  }
}

}  // namespace

int main(int argc, char** argv) {
  return run_program("council-search", [&] { return run_into_pipe({argv + 1, argv + argc}); });
}
