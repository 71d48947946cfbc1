#include "common/command_line.h"

#include <csignal>
#include <exception>
#include <iostream>

#include <xapian.h>

#include "common/interruption.h"
#include "common/output_buffer.h"
#include "common/text/terminal.h"

namespace council_news {
namespace {

/// A shell reports a process ended by a signal with this plus its number.
constexpr int kSignalStatus = 128;

namespace po = boost::program_options;

/// Whether `-housing` is a search word rather than bundled options: it is, unless it is a known option, alone or
/// followed by a number (`-h`, `-n5`).
bool is_dash_word(const std::string& argument, const po::options_description& options) {
  if (argument.size() < 2 || argument[0] != '-' || argument[1] == '-') return false;
  const bool known = options.find_nothrow(argument.substr(0, 2), false) != nullptr;
  const bool ends = argument.size() == 2 || argument.find_first_not_of("0123456789", 2) == std::string::npos;
  return !known || !ends;
}

}  // namespace

po::variables_map read_command_line(const std::vector<std::string>& arguments, const po::options_description& options,
                                    UnknownOptions unknown) {
  po::options_description all;
  all.add(options).add_options()("operands", po::value<std::vector<std::string>>());
  po::positional_options_description positional;
  positional.add("operands", -1);
  const int style = po::command_line_style::unix_style & ~po::command_line_style::allow_guessing;
  po::command_line_parser parser(arguments);
  parser.options(all).positional(positional).style(style);
  bool options_ended = false;
  parser.extra_style_parser([&](std::vector<std::string>& rest) {
    std::vector<po::option> found;
    if (rest.empty()) return found;
    const bool ends = rest.front() == "--" && !options_ended;
    const bool operand = options_ended || rest.front() == "-" ||
                         (unknown == UnknownOptions::as_operands && is_dash_word(rest.front(), options));
    if (!ends && !operand) return found;
    if (operand) {
      found.emplace_back();
      found.back().value.push_back(rest.front());
      found.back().original_tokens.push_back(rest.front());
      found.back().position_key = 0;
    }
    options_ended = options_ended || ends;
    rest.erase(rest.begin());
    return found;
  });
  try {
    po::variables_map values;
    po::store(parser.run(), values);
    po::notify(values);
    return values;
  } catch (const po::error& error) {
    throw UsageError(error.what(), "--help lists the options");
  }
}

std::vector<std::string> operands(const po::variables_map& values) {
  return values.count("operands") ? values["operands"].as<std::vector<std::string>>() : std::vector<std::string>{};
}

namespace {

/// Runs `step` and turns exceptions into messages and an exit status.
int guarded(const char* name, const std::function<ExitStatus()>& step) {
  const auto report = [name](const std::string& message, const std::string& hint) {
    std::cerr << name << ": " << for_terminal(message) << '\n';
    if (!hint.empty()) std::cerr << "  " << for_terminal(hint) << '\n';
  };
  try {
    return static_cast<int>(step());
  } catch (const Error& error) {
    report(error.what(), error.hint());
    return static_cast<int>(error.status());
  } catch (const Xapian::Error& error) {
    report("the database could not be used: " + error.get_msg(),
           "is the disk full, or does another program write to the database?");
    return static_cast<int>(ExitStatus::database);
  } catch (const Interrupted& end) {
    return kSignalStatus + end.signal;
  } catch (const ClosedPipe&) {
    return kSignalStatus + SIGPIPE;
  } catch (const std::bad_alloc&) {
    report("out of memory", "");
    return static_cast<int>(ExitStatus::database);
  } catch (const std::exception& error) {
    report(std::string("unexpected error: ") + error.what(), "what was reported as stored is safe");
    return static_cast<int>(ExitStatus::database);
  }
}

}  // namespace

int run_program(const char* name, const std::function<ExitStatus()>& body) {
  occupy_standard_descriptors();
  // A closed pipe or a lost connection is an error of the write that fails; if nobody reads the messages, the work goes
  // on; and a pager that was quit early is waited for, because it owns the terminal.
  std::signal(SIGPIPE, SIG_IGN);
  StandardOutput output;
  const int status = guarded(name, body);
  const int written = guarded(name, [&output] {
    output.flush();
    return ExitStatus::ok;
  });
  return status == 0 ? written : status;
}

}  // namespace council_news
