#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace council_news {

/// A thing and what is said of it: an option, a field, a command.
struct ManualItem {
  std::string term;
  std::string text;
};

struct ManualSection {
  std::string heading;  ///< `Exit status`
  std::vector<ManualItem> items;
  std::vector<std::string> paragraphs;  ///< after the items
  bool only_in_page = false;            ///< too much for --help
};

/// What a program says of itself, made from its tables: once, for --help and for the manual page.
struct Manual {
  std::string name;                ///< of the program
  std::string summary;             ///< a line, without a full stop
  std::vector<std::string> usage;  ///< without the program's name
  std::vector<ManualSection> sections;
  std::string see_also;  ///< another program
};

/// As --help prints it: 80 columns at most.
void write_help(const Manual& manual, std::ostream& out);

/// As man(1) reads it: section 1, in the man macros, in ASCII.
void write_manual_page(const Manual& manual, std::ostream& out);

}  // namespace council_news
