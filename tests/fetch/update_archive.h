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

/// An archive in a temporary folder with its feeds and a manual clock, for tests of updates against real servers.
/// Loopback addresses are allowed.
class UpdateArchive {
 public:
  UpdateArchive();

  void subscribe(
      const std::string& url, const std::function<void(FeedSettings&)>& change = [](FeedSettings&) {});

  void unsubscribe(const std::string& url);
  void subscribe_all(const std::vector<std::string>& urls);

  /// Runs an update at now(). Its messages are in said().
  UpdateReport update();
  /// The same with another network.
  UpdateReport update(Network& network);

  void advance(std::int64_t seconds) { now_.seconds += seconds; }
  Timestamp now() const { return now_; }
  UpdateOptions& options() { return options_; }
  HttpSettings& settings() { return http_settings_; }
  const std::string& said() const { return said_; }
  const std::filesystem::path& folder() const { return folder_.path(); }

  /// The feed as last committed; `url` is its subscribed or current URL.
  Feed feed(const std::string& url) const;
  std::vector<Article> articles() const;
  std::vector<std::string> titles() const;

 private:
  std::filesystem::path path() const { return folder() / "db"; }

  TemporaryFolder folder_;
  Timestamp now_;
  UpdateOptions options_;
  HttpSettings http_settings_;
  std::string said_;
};

/// An RSS document with an item for each title, from which its guid and link are derived.
std::string rss(const std::vector<std::string>& titles, const std::string& head = {});
std::string atom(const std::vector<std::string>& titles, const std::string& head = {});

}  // namespace council_news::test
