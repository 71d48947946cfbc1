#include <fmt/core.h>

#include <iostream>

#include "common/article_json.h"
#include "common/command_line.h"
#include "common/text/terminal.h"
#include "indexer/commands/command.h"
#include "indexer/enrich/enrich.h"
#include "indexer/read/read_document.h"
#include "indexer/source/source.h"

namespace council_news {

namespace po = boost::program_options;

ExitStatus run_parse(const std::vector<std::string>& arguments) {
  po::options_description options("council-index parse [options] SOURCE…\n\nOptions");
  options.add_options()                                                                             //
      ("url", po::value<std::string>()->default_value(""), "where the one SOURCE was taken from")  //
      ("help,h", "this help");
  const po::variables_map values = read_command_line(arguments, options);
  if (values.count("help")) {
    std::cout << options;
    return ExitStatus::ok;
  }
  const std::string url = values["url"].as<std::string>();
  const std::vector<std::string> named = operands(values);
  if (named.empty()) throw UsageError("parse: no source given", "council-index parse FILE… or FOLDER…");
  if (!url.empty() && named.size() != 1) throw UsageError("--url goes with one source");

  ExitStatus status = ExitStatus::ok;
  const auto fail = [&status](const std::string& message) {
    std::cerr << for_terminal("failed: " + message) << '\n';
    status = ExitStatus::some_failed;
  };
  std::vector<MissingSource> missing;
  Enricher enricher;
  for (const Source& source : list_sources(named, missing)) {
    try {
      Input input = load(source);
      input.url = url;
      read_document(input, [&](Article&& article) {
        enricher.enrich(article);
        std::cout << to_json(article) << '\n';
      });
    } catch (const InputError& error) {
      fail(fmt::format("{}: {}{}{}", source.name, error.what(), error.hint().empty() ? "" : "; ", error.hint()));
    }
  }
  for (const MissingSource& one : missing) fail(one.name + ": " + one.why);
  return status;
}

}  // namespace council_news
