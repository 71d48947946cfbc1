#include <iostream>

#include <fmt/core.h>

#include "common/command_line.h"
#include "common/index/database.h"
#include "indexer/commands/command.h"
#include "indexer/commands/run_report.h"
#include "indexer/commands/web_options.h"
#include "indexer/feeds/read_web.h"
#include "indexer/ingest/file_memory.h"
#include "indexer/ingest/source_reader.h"
#include "indexer/source/source.h"
#include "indexer/write/archive_writer.h"

namespace council_news {
namespace {

namespace po = boost::program_options;

/// Tells of a file that has not changed what was told when it was read.
void count_known(const Source& source, const ReadTally& known, RunReport& report) {
  report.count(Outcome::unchanged, known.articles);
  report.skip(source.name, "no article in it, as before", known.skipped);
  if (known.failed == 0) return;
  const std::string more = known.failed == 1 ? "" : fmt::format(", and {} more", known.failed - 1);
  report.fail(source.name, "not changed since it was read: " + known.first_failure + more,
              known.failed == 1 ? "" : "council-index parse names them all");
}

ReadEvents write_and_count(ArchiveWriter& writer, RunReport& report) {
  return {
      [&](Article&& article) { report.count(writer.write(std::move(article))); },
      [&](const std::string& name, const std::string& why) { report.skip(name, why); },
      [&](const std::string& name, const std::string& why, const std::string& hint) { report.fail(name, why, hint); }};
}

/// Reads a source unless it is known to be as it was. What is read is remembered once all of it is written.
void add_source(const Source& source, const std::string& url, SourceReader& reader, ArchiveWriter& writer,
                RunReport& report) {
  const std::string print = fingerprint(source);
  const std::string key = memory_key(source);
  if (const auto known = print.empty() ? std::nullopt : from_memory(writer.metadata(key), print)) {
    count_known(source, *known, report);
    return report.source_done();
  }
  reader.read(source, url, [&writer, &report, print, key](const ReadTally& tally) {
    if (!print.empty() && is_worth_remembering(tally)) writer.set_metadata(key, to_memory(print, tally));
    report.source_done();
  });
}

}  // namespace

po::options_description options_of_add() {
  po::options_description options("council-index add [options] SOURCE…\n\nOptions");
  options.add_options()                                                                                 //
      ("db", po::value<std::string>()->default_value("")->value_name("DIR"), "folder of the database")  //
      ("url", po::value<std::string>()->default_value("")->value_name("URL"), "where the one SOURCE was taken from");
  add_report_option(options);
  options.add_options()                                         //
      ("verbose,v", "name the sources without an article too")  //
      ("help,h", "this help");
  add_web_options(options);
  return options;
}

ExitStatus run_add(const std::vector<std::string>& arguments) {
  const po::options_description options = options_of_add();
  const po::variables_map values = read_command_line(arguments, options);
  if (values.count("help")) {
    std::cout << options;
    return ExitStatus::ok;
  }
  const bool as_json = wants_json(values);
  const std::string url = values["url"].as<std::string>();
  const std::vector<std::string> named = operands(values);
  if (named.empty()) throw UsageError("add: no source given", "council-index add FILE…, FOLDER… or URL…");
  if (!url.empty() && named.size() != 1) throw UsageError("--url goes with one source");

  std::vector<MissingSource> missing;
  const Operands split = split_operands(named);
  const std::vector<Source> sources = list_sources(split.files, missing);
  Enricher enricher;  // judges the councils and topics of what the writer has merged
  ArchiveWriter writer(database_path(values["db"].as<std::string>()), now(), enricher);
  RunReport report(sources.size() + split.urls.size(), values.count("verbose") > 0);
  for (const MissingSource& one : missing) report.fail(one.name, one.why);
  SourceReader reader(write_and_count(writer, report));
  for (const Source& source : sources) add_source(source, url, reader, writer, report);
  reader.finish();
  read_web(split.urls, web_options(values), now(), write_and_count(writer, report));
  writer.commit();
  report.finish(as_json);
  return report.any_failed() ? ExitStatus::some_failed : ExitStatus::ok;
}

}  // namespace council_news
