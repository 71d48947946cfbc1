#include <fmt/core.h>

#include <filesystem>
#include <iostream>

#include "common/command_line.h"
#include "common/hash.h"
#include "common/index/database.h"
#include "indexer/commands/command.h"
#include "indexer/commands/run_report.h"
#include "indexer/read/read_document.h"
#include "indexer/source/source.h"
#include "indexer/write/archive_writer.h"

namespace council_news {
namespace {

namespace po = boost::program_options;

/// Raised when readers give more or better articles for the same bytes: files read before are then read again.
constexpr int kReaderVersion = 1;

/// Metadata key under which a file that was read whole is remembered: its fingerprint and how many articles it gave.
std::string memory_key(const Source& source) {
  return "file:" + hash_hex(std::filesystem::absolute(source.path).lexically_normal().string());
}

void add_source(const Source& source, const std::string& url, ArchiveWriter& writer, RunReport& report) {
  const std::string print = fingerprint(source);
  const std::string known = print.empty() ? "" : writer.metadata(memory_key(source));
  const std::string same = fmt::format("{} {} ", kReaderVersion, print);
  if (!print.empty() && known.starts_with(same)) {
    report.count(Outcome::unchanged, std::stoul(known.substr(same.size())));
    return;
  }
  std::size_t articles = 0;
  try {
    Input input = load(source);
    input.url = url;
    read_document(input, [&](Article&& article) {
      report.count(writer.write(std::move(article)));
      ++articles;
    });
    if (!print.empty()) writer.set_metadata(memory_key(source), same + std::to_string(articles));
  } catch (const NoArticleError& error) {
    if (source.was_named && articles == 0) {
      report.fail(source.name, error.what(), error.hint());
    } else {
      report.skip(source.name, error.what());
    }
  } catch (const InputError& error) {
    report.fail(source.name, error.what(), error.hint());
  }
}

}  // namespace

ExitStatus run_add(const std::vector<std::string>& arguments) {
  po::options_description options("council-index add [options] SOURCE…\n\nOptions");
  options.add_options()                                                                             //
      ("db", po::value<std::string>()->default_value(""), "folder of the database")                //
      ("url", po::value<std::string>()->default_value(""), "where the one SOURCE was taken from")  //
      ("report", po::value<std::string>()->default_value("text"), "the summary as text or json")   //
      ("verbose,v", "name the sources without an article too")                                     //
      ("help,h", "this help");
  const po::variables_map values = read_command_line(arguments, options);
  if (values.count("help")) {
    std::cout << options;
    return ExitStatus::ok;
  }
  const std::string form = values["report"].as<std::string>();
  if (form != "text" && form != "json") throw UsageError("--report is text or json, not " + form);
  const std::string url = values["url"].as<std::string>();
  const std::vector<std::string> named = operands(values);
  if (named.empty()) throw UsageError("add: no source given", "council-index add FILE… or FOLDER…");
  if (!url.empty() && named.size() != 1) throw UsageError("--url goes with one source");

  std::vector<MissingSource> missing;
  const std::vector<Source> sources = list_sources(named, missing);
  ArchiveWriter writer(database_path(values["db"].as<std::string>()), now());
  RunReport report(sources.size(), values.count("verbose") > 0);
  for (const MissingSource& one : missing) report.fail(one.name, one.why);
  for (const Source& source : sources) {
    add_source(source, url, writer, report);
    report.source_done();
  }
  writer.commit();
  report.finish(form == "json");
  return report.any_failed() ? ExitStatus::some_failed : ExitStatus::ok;
}

}  // namespace council_news
