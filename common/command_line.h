#pragma once

#include <functional>
#include <string>
#include <vector>

#include <boost/program_options.hpp>

#include "common/error.h"

namespace council_news {

/// Reads `arguments` by `options`; what is no option is in "operands", in its order. `--` ends the options, and `-`
/// alone is an operand. Options are not guessed from their beginnings. With `dash_words`, an argument such as
/// `-housing` that is no known option is an operand too. Throws UsageError.
boost::program_options::variables_map read_command_line(const std::vector<std::string>& arguments,
                                                        const boost::program_options::options_description& options,
                                                        bool dash_words = false);

std::vector<std::string> operands(const boost::program_options::variables_map& values);

/// Runs a program's body and turns what it throws into a message on stderr and an exit status: the only place that
/// catches everything.
int run_program(const char* name, const std::function<ExitStatus()>& body);

}  // namespace council_news
