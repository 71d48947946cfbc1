#pragma once

#include <string>
#include <vector>

#include "common/option_text.h"
#include "searcher/answer/request.h"
#include "searcher/output/writer.h"

namespace council_news {

/// When text is coloured. `automatic`: on a terminal that supports colours, unless $NO_COLOR is set.
enum class ColorWhen { automatic, always, never };

/// The parsed command line of council-search.
struct Options {
  Request request;
  std::vector<std::string> databases;  ///< as given with --db; may be empty
  const Format* format = &format_of(FormatId::text);
  std::vector<std::string> fields;
  ColorWhen color = ColorWhen::automatic;
  bool share = false;
  bool all = false;
  bool limited = false;  ///< --limit or --offset was given
  bool sorted = false;   ///< --sort was given
  bool pager = true;
  bool batch = false;
  bool digest = false;
  bool peek = false;
  bool list_saved = false;
  std::string save;
  std::string saved;
  std::string since_last;
  std::string forget;
  std::string completions;  ///< the shell to print completions for
  bool manual = false;
  bool help = false;
  bool version = false;
};

/// Reads the command line. Throws UsageError.
Options parse_options(const std::vector<std::string>& arguments);

/// The options as the manual page and completions describe them.
std::vector<OptionText> search_options();

SortOrder find_order(const std::string& name);
std::string order_name(SortOrder order);

}  // namespace council_news
