#include "indexer/ingest/source_reader.h"

#include <fstream>
#include <stdexcept>

#include <fmt/core.h>

#include "common/interruption.h"
#include "tests/support/catch.h"
#include "tests/support/temporary_folder.h"

using namespace council_news;

namespace {

/// Many files; every ninth cannot be read and every seventh is large.
std::vector<Source> make_sources(const TemporaryFolder& folder) {
  std::vector<Source> sources;
  for (int i = 0; i < 200; ++i) {
    const std::string path = (folder.path() / fmt::format("{:03}", i)).string();
    const std::size_t length = i % 7 == 0 ? 1'500'000 : 100;
    const std::string text =
        i % 9 == 0 ? "{\"title\":" : "{\"title\":\"t\",\"body\":\"" + std::string(length, 'x') + "\"}";
    std::ofstream(path) << text;
    sources.push_back({path, {}, false, 0});
  }
  return sources;
}

}  // namespace

TEST_CASE("events are delivered in the order of the sources") {
  const TemporaryFolder folder;
  const std::vector<Source> sources = make_sources(folder);
  std::vector<std::string> events;
  SourceReader reader(
      {[&](Article&& article) { events.push_back(article.source); },
       [&](const std::string& name, const std::string&) { events.push_back(name + " skipped"); },
       [&](const std::string& name, const std::string&, const std::string&) { events.push_back(name + " failed"); }});
  for (const Source& source : sources) {
    reader.read(source, "", [&, name = source.name](const ReadTally& tally) {
      CHECK(tally.articles + tally.failed == 1);
      events.push_back(name + " done");
    });
  }
  reader.finish();
  std::vector<std::string> wanted;
  for (std::size_t i = 0; i < sources.size(); ++i) {
    wanted.push_back(sources[i].name + (i % 9 == 0 ? " failed" : ""));
    wanted.push_back(sources[i].name + " done");
  }
  CHECK(events == wanted);
}

TEST_CASE("an interrupted source is not done") {
  const TemporaryFolder folder;
  const std::vector<Source> sources = make_sources(folder);
  std::size_t articles = 0;
  std::size_t done = 0;
  const auto read_all = [&] {
    SourceReader reader({[&](Article&&) {
                           if (++articles == 3) throw Interrupted{15};
                         },
                         [](const std::string&, const std::string&) {},
                         [](const std::string&, const std::string&, const std::string&) {}});
    for (const Source& source : sources) reader.read(source, "", [&](const ReadTally&) { ++done; });
    reader.finish();
  };
  CHECK_THROWS_AS(read_all(), Interrupted);
  CHECK(articles == 3);
  CHECK(done == 3);  // the first failed, the fourth has not been written
}

TEST_CASE("an exception from an event handler ends the reading") {
  const TemporaryFolder folder;
  const std::vector<Source> sources = make_sources(folder);
  const auto read_all = [&] {
    SourceReader reader({[](Article&&) { throw std::runtime_error("the disk is full"); },
                         [](const std::string&, const std::string&) {},
                         [](const std::string&, const std::string&, const std::string&) {}});
    for (const Source& source : sources) reader.read(source, "");
    reader.finish();
  };
  CHECK_THROWS_WITH(read_all(), "the disk is full");
}
