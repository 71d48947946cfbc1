#include <iostream>

#include <fmt/core.h>

#include "common/article_json.h"
#include "common/command_line.h"
#include "common/text/terminal.h"
#include "indexer/commands/command.h"
#include "indexer/commands/web_options.h"
#include "indexer/enrich/enrich.h"
#include "indexer/enrich/explain.h"
#include "indexer/feeds/read_web.h"
#include "indexer/ingest/source_reader.h"
#include "indexer/source/source.h"

namespace council_news {

namespace po = boost::program_options;

po::options_description options_of_parse() {
  po::options_description options("council-index parse [options] SOURCE…\n\nOptions");
  options.add_options()  //
      ("url", po::value<std::string>()->default_value("")->value_name("URL"),
       "web address that the (single) SOURCE was fetched from")                           //
      ("explain", "explain on stderr the councils, topics and identity of each article")  //
      ("help,h", "show this help");
  add_web_options(options);
  return options;
}

ExitStatus run_parse(const std::vector<std::string>& arguments) {
  const po::options_description options = options_of_parse();
  const po::variables_map values = read_command_line(arguments, options);
  if (values.count("help")) {
    std::cout << options;
    return ExitStatus::ok;
  }
  const std::string url = values["url"].as<std::string>();
  const std::vector<std::string> named = operands(values);
  if (named.empty()) throw UsageError("parse needs at least one source", "council-index parse FILE…, FOLDER… or URL…");
  if (!url.empty() && named.size() != 1) throw UsageError("--url needs exactly one source");

  ExitStatus status = ExitStatus::ok;
  const auto fail = [&status](const std::string& message) {
    std::cerr << for_terminal("failed: " + message) << '\n';
    status = ExitStatus::some_failed;
  };
  std::vector<MissingSource> missing;
  const bool explained = values.count("explain") > 0;
  Enricher enricher;
  const ReadEvents events{[&](Article&& article) {
                            const Findings findings = enricher.enrich(article);
                            std::cout << to_json(article) << '\n';
                            if (!explained) return;
                            std::cout.flush();  // each article before its explanation
                            std::cerr << for_terminal(explain(article, findings)) << '\n';
                          },
                          [](const std::string&, const std::string&) {},  // documents without articles print nothing
                          [&](const std::string& name, const std::string& why, const std::string& hint) {
                            fail(fmt::format("{}: {}{}{}", name, why, hint.empty() ? "" : "; ", hint));
                          }};
  const Operands split = split_operands(named);
  SourceReader reader(events);
  for (const Source& source : list_sources(split.files, missing)) reader.read(source, url);
  reader.finish();
  read_web(split.urls, web_options(values), now(), events);
  for (const MissingSource& one : missing) fail(one.name + ": " + one.why);
  return status;
}

}  // namespace council_news
