#pragma once

#include <string>
#include <vector>

#include <boost/program_options.hpp>

namespace council_news {

/// An option as manual and completions tell of it.
struct OptionText {
  std::string name;                  ///< `limit`
  std::string brief;                 ///< `n`, or empty
  std::string value;                 ///< what it takes: `N`, `DIR`; empty for a flag
  std::vector<std::string> choices;  ///< what a shell may offer for it; `@dir` folders, `@file` files
  std::string help;
};

/// `-n, --limit N`.
std::string option_term(const OptionText& option);

/// The same of options that Boost holds. Choices are told by the name of the value: DIR, FILE, `text|json`.
std::vector<OptionText> option_texts(const boost::program_options::options_description& options);

}  // namespace council_news
