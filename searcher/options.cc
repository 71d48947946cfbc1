#include "searcher/options.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <iostream>

#include "common/command_line.h"
#include "common/index/schema.h"
#include "common/text/terminal.h"

namespace council_news {
namespace {

namespace po = boost::program_options;

constexpr std::array<std::pair<std::string_view, SortOrder>, 3> kOrders{{
    {"relevance", SortOrder::relevance},
    {"newest", SortOrder::newest},
    {"oldest", SortOrder::oldest},
}};

po::options_description option_table() {
  po::options_description options("Options");
  options.add_options()                                                                                       //
      ("db", po::value<std::string>()->default_value("", ""), "folder of the database")                      //
      ("limit,n", po::value<std::string>()->default_value("10"), "show at most that many articles")          //
      ("offset", po::value<std::string>()->default_value("0"), "leave out that many of the best first")      //
      ("sort", po::value<std::string>()->default_value("relevance"), "relevance, newest or oldest")          //
      ("format", po::value<std::string>()->default_value("text"), "text or json")                            //
      ("any", "match any of the words, the best first")                                                      //
      ("plain", "read the query as words only, whatever signs are in it")                                    //
      ("batch", "read one JSON request a line from stdin, write one JSON answer a line")                     //
      ("color", po::value<std::string>()->default_value("auto"), "auto, always or never; NO_COLOR is obeyed")  //
      ("help,h", "this help")                                                                                //
      ("version", "name and version");
  return options;
}

std::size_t count_of(const po::variables_map& values, const char* name) {
  const std::string text = values[name].as<std::string>();
  std::size_t number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc{} || end != text.data() + text.size() || text.empty())
    throw UsageError(fmt::format("--{} wants a whole number from 0 on, not '{}'", name, text));
  return number;
}

bool wants_color(const std::string& when) {
  if (when == "always") return true;
  if (when == "never") return false;
  if (when != "auto") throw UsageError("--color is auto, always or never, not '" + when + "'");
  const char* no_color = std::getenv("NO_COLOR");
  return is_terminal(STDOUT_FILENO) && (no_color == nullptr || *no_color == '\0');
}

}  // namespace

const Format& find_format(const std::string& name) {
  const auto it = std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& f) { return f.name == name; });
  if (it != kFormats.end()) return *it;
  std::string known;
  for (const Format& format : kFormats) known += (known.empty() ? "" : ", ") + std::string(format.name);
  throw UsageError(fmt::format("there is no format '{}'", name), "known are: " + known);
}

SortOrder find_order(const std::string& name) {
  const auto it = std::find_if(kOrders.begin(), kOrders.end(), [&](const auto& order) { return order.first == name; });
  if (it != kOrders.end()) return it->second;
  throw UsageError(fmt::format("cannot sort by '{}'", name), "relevance, newest and oldest are known");
}

Options parse_options(const std::vector<std::string>& arguments) {
  const po::options_description table = option_table();
  const po::variables_map values = read_command_line(arguments, table, true);
  Options options;
  options.help = values.count("help") > 0;
  options.version = values.count("version") > 0;
  options.format = &find_format(values["format"].as<std::string>());
  options.color = wants_color(values["color"].as<std::string>());
  options.batch = values.count("batch") > 0;
  options.database = values["db"].as<std::string>();
  options.request.limit = count_of(values, "limit");
  options.request.offset = count_of(values, "offset");
  options.request.sort = find_order(values["sort"].as<std::string>());
  options.request.any = values.count("any") > 0;
  options.request.plain = values.count("plain") > 0;
  for (const std::string& word : operands(values))
    options.request.query += (options.request.query.empty() ? "" : " ") + word;
  return options;
}

void print_help(std::ostream& out) {
  out << "council-search: asks the archive of council news that council-index keeps\n\n"
         "usage: council-search [options] QUERY…\n\n"
         "Query\n"
         "  children's trust      both words, inflections too; side by side first\n"
         "  \"children's trust\"    the exact phrase, in any apostrophe, dash or capital form\n"
         "  a OR b, -a, NOT a, () either, not, grouping; AND is understood between words\n"
         "  homeless*             words that begin so\n"
         "  a NEAR/5 b            within five words of each other\n\n"
         "Fields\n";
  for (const Field& field : kFields) out << fmt::format("  {:<32}{}\n", field.example, field.help);
  out << '\n'
      << option_table()
      << "\nThe shell takes quotes away: write council-search '\"children'\\''s trust\"' or use \\\".\n"
         "The database is --db DIR, else $COUNCIL_NEWS_DB, else $XDG_DATA_HOME/council-news.\n"
         "Exit status: 0 something matched, 1 nothing did, 2 wrong usage, 3 the database could not be read.\n";
}

}  // namespace council_news
