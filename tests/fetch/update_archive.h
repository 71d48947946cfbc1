#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/feeds/feed.h"
#include "indexer/feeds/update_report.h"
#include "indexer/feeds/update_run.h"
#include "indexer/fetch/curl_network.h"
#include "tests/support/temporary_folder.h"

namespace council_news::test {

/// An archive of its own, its feeds, and a clock that stands still: for tests of the nightly run against real servers.
/// Addresses on loopback are allowed.
class UpdateArchive {
 public:
  UpdateArchive();

  void subscribe(
      const std::string& url, const std::function<void(FeedSettings&)>& change = [](FeedSettings&) {});

  void unsubscribe(const std::string& url);
  void subscribe_all(const std::vector<std::string>& urls);

  /// A run at now(); what it said is in said().
  UpdateReport update();
  /// The same with a network of the test's own.
  UpdateReport update(Network& network);

  void advance(std::int64_t seconds) { now_.seconds += seconds; }
  Timestamp now() const { return now_; }
  UpdateOptions& options() { return options_; }
  HttpManners& manners() { return manners_; }
  const std::string& said() const { return said_; }
  const std::filesystem::path& folder() const { return folder_.path(); }

  /// As it was committed last; `url` is that of the subscription or the present one.
  Feed feed(const std::string& url) const;
  std::vector<Article> articles() const;
  std::vector<std::string> titles() const;

 private:
  std::filesystem::path path() const { return folder() / "db"; }

  TemporaryFolder folder_;
  Timestamp now_;
  UpdateOptions options_;
  HttpManners manners_;
  std::string said_;
};

/// An RSS document with an item for each title; its guid and link are made of it.
std::string rss(const std::vector<std::string>& titles, const std::string& head = {});
std::string atom(const std::vector<std::string>& titles, const std::string& head = {});

}  // namespace council_news::test
