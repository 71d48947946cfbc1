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
  std::vector<std::string> databases;  ///< as given with --db; may be empty
  const Format* format = &kFormats.front();
  std::vector<std::string> fields;
  std::string color = "auto";  ///< auto, always or never
  bool share = false;
  bool all = false;
  bool limited = false;  ///< was a limit or an offset given?
  bool sorted = false;   ///< was an order given?
  bool pager = true;
  bool batch = false;
  bool digest = false;
  bool list_saved = false;
  std::string save;
  std::string saved;
  std::string since_last;
  std::string forget;
  std::string completions;  ///< the shell whose completions are wanted
  bool help = false;
  bool version = false;
};

/// One option of the table that help, completions and parsing are made from.
struct OptionRow {
  const char* names;    ///< `limit,n`
  const char* value;    ///< what it takes, for help; empty for a flag
  const char* choices;  ///< what completions offer, apart by blanks; `@dir` a folder, `@saved` names of saved searches
  const char* help;
};

/// Reads the command line. Throws UsageError.
Options parse_options(const std::vector<std::string>& arguments);

/// Help, made from the tables of options, fields and formats.
void print_help(std::ostream& out);

/// A script of completions for that shell, made from the table. Throws UsageError for a shell it does not know.
void print_completions(const std::string& shell, std::ostream& out);

SortOrder find_order(const std::string& name);
std::string order_name(SortOrder order);

}  // namespace council_news
