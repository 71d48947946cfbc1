#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace council_news {

/// A term and its description: an option, a field, a command.
struct ManualItem {
  std::string term;
  std::string text;
};

struct ManualSection {
  std::string heading;  ///< `Exit status`
  std::vector<ManualItem> items = {};
  std::vector<std::string> paragraphs = {};  ///< after the items
  bool only_in_page = false;                 ///< in the manual page, not in --help
};

/// A program's documentation, from which --help and the manual page are written.
struct Manual {
  std::string name;                ///< of the program
  std::string summary;             ///< one line, without a full stop
  std::vector<std::string> usage;  ///< without the program's name
  std::vector<ManualSection> sections;
  std::string see_also;  ///< another program
};

/// As --help prints it, at most 80 columns wide.
void write_help(const Manual& manual, std::ostream& out);

/// For man(1): section 1, man macros, ASCII.
void write_manual_page(const Manual& manual, std::ostream& out);

}  // namespace council_news
