#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include "searcher/output/writer.h"
#include "searcher/search.h"

namespace council_news {

/// What the command line of council-search asks for.
struct Options {
  Request request;
  std::string database;  ///< as given with --db; may be empty
  const Format* format = &kFormats.front();
  bool color = false;
  bool batch = false;
  bool help = false;
  bool version = false;
};

/// Reads the command line. Throws UsageError.
Options parse_options(const std::vector<std::string>& arguments);

/// Help, made from the tables of options, fields and formats.
void print_help(std::ostream& out);

/// The format of that name; throws UsageError, naming the known ones.
const Format& find_format(const std::string& name);

SortOrder find_order(const std::string& name);

}  // namespace council_news
