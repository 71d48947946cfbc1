#pragma once

#include <functional>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "common/error.h"

namespace council_news {

/// What to do with an argument such as `-housing` that is not a known option.
enum class UnknownOptions { reject, as_operands };

/// Parses `arguments` by `options`. Operands are in "operands", in order. `--` ends the options, and `-` alone is an
/// operand. Option names must not be abbreviated. Throws UsageError.
boost::program_options::variables_map read_command_line(const std::vector<std::string>& arguments,
                                                        const boost::program_options::options_description& options,
                                                        UnknownOptions unknown = UnknownOptions::reject);

std::vector<std::string> operands(const boost::program_options::variables_map& values);

/// Runs a program's body and turns exceptions into a message on stderr and an exit status. Nothing else catches
/// everything. Its std::cout is an OutputBuffer: if the output could not be written, that is said and the exit status
/// is not 0. If its reader has gone, nothing is said.
int run_program(const char* name, const std::function<ExitStatus()>& body);

}  // namespace council_news
