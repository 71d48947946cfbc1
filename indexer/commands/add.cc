#include <iostream>

#include <fmt/core.h>

#include "common/command_line.h"
#include "common/index/database.h"
#include "common/interruption.h"
#include "indexer/commands/command.h"
#include "indexer/commands/replacement.h"
#include "indexer/commands/run_report.h"
#include "indexer/commands/web_options.h"
#include "indexer/feeds/read_web.h"
#include "indexer/ingest/file_record.h"
#include "indexer/ingest/source_reader.h"
#include "indexer/source/source.h"
#include "indexer/write/archive_writer.h"

namespace council_news {
namespace {

namespace po = boost::program_options;

/// Reports for an unchanged file what was reported when it was read.
void report_unchanged(const Source& source, const ReadTally& known, RunReport& report) {
  report.count(Outcome::unchanged, known.articles);
  report.skip(source.name, "contains no article (unchanged since the last run)", known.skipped);
  if (known.failed == 0) return;
  const std::string more = known.failed == 1 ? "" : fmt::format(", and {} more", known.failed - 1);
  report.fail(source.name, "unchanged since the last run: " + known.first_failure + more,
              known.failed == 1 ? "" : "council-index parse lists them all");
}

ReadEvents write_and_count(ArchiveWriter& writer, RunReport& report) {
  return {
      [&](Article&& article) { report.count(writer.write(std::move(article))); },
      [&](const std::string& name, const std::string& why) { report.skip(name, why); },
      [&](const std::string& name, const std::string& why, const std::string& hint) { report.fail(name, why, hint); }};
}

/// Reads a source unless it is unchanged since the last run. It is recorded as read once all its articles are written.
void add_source(const Source& source, const std::string& url, SourceReader& reader, ArchiveWriter& writer,
                RunReport& report) {
  const std::string fingerprint = fingerprint_of(source);
  const std::string key = file_key(source);
  if (const auto known = fingerprint.empty() ? std::nullopt : decode_file_record(writer.metadata(key), fingerprint)) {
    report_unchanged(source, *known, report);
    return report.source_done();
  }
  reader.read(source, url, [&writer, &report, fingerprint, key](const ReadTally& tally) {
    if (!fingerprint.empty() && is_worth_recording(tally))
      writer.set_metadata(key, encode_file_record(fingerprint, tally));
    report.source_done();
  });
}

}  // namespace

po::options_description options_of_add() {
  po::options_description options("council-index add [options] SOURCE…\n\nOptions");
  options.add_options()                                                                             //
      ("db", po::value<std::string>()->default_value("")->value_name("DIR"), "database directory")  //
      ("url", po::value<std::string>()->default_value("")->value_name("URL"),
       "web address that the (single) SOURCE was fetched from");
  add_report_option(options);
  options.add_options()                                           //
      ("verbose,v", "also list sources that contain no article")  //
      ("help,h", "show this help");
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
  if (named.empty()) throw UsageError("add needs at least one source", "council-index add FILE…, FOLDER… or URL…");
  if (!url.empty() && named.size() != 1) throw UsageError("--url needs exactly one source");

  catch_interruptions();
  std::vector<MissingSource> missing;
  const Operands split = split_operands(named);
  const std::vector<Source> sources = list_sources(split.files, missing);
  Enricher enricher;  // judges the councils and topics of an article once the writer has merged its readings
  const std::filesystem::path path = database_path(values["db"].as<std::string>());
  ArchiveWriter writer(path, now(), enricher);
  delete_abandoned_copies(resolved(path));
  RunReport report(sources.size() + split.urls.size(), values.count("verbose") > 0);
  for (const MissingSource& one : missing) report.fail(one.name, one.why);
  const bool is_whole = run_unless_interrupted([&] {
    SourceReader reader(write_and_count(writer, report));
    for (const Source& source : sources) add_source(source, url, reader, writer, report);
    reader.finish();
    read_web(split.urls, web_options(values), now(), write_and_count(writer, report));
  });
  writer.commit();
  as_json ? report.write_json() : report.write_summary();
  if (!is_whole) end_interrupted(report.stored());
  return report.any_failed() ? ExitStatus::some_failed : ExitStatus::ok;
}

}  // namespace council_news
