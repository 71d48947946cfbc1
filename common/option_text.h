#pragma once

#include <string>
#include <vector>

#include <boost/program_options.hpp>

namespace council_news {

/// An option as the manual page and completions describe it.
struct OptionText {
  std::string name;                  ///< `limit`
  std::string brief;                 ///< `n`, or empty
  std::string value;                 ///< its argument: `N`, `DIR`; empty for a flag
  std::vector<std::string> choices;  ///< values a shell can offer; `@dir` for folders, `@file` for files
  std::string help;
};

/// `-n, --limit N`.
std::string option_term(const OptionText& option);

/// The same for options that Boost holds. Choices follow from the argument's name: DIR, FILE, `text|json`.
std::vector<OptionText> option_texts(const boost::program_options::options_description& options);

}  // namespace council_news
