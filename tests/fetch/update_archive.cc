#include "tests/fetch/update_archive.h"

#include <sstream>

#include "common/index/database.h"
#include "common/index/document.h"
#include "indexer/feeds/feed_store.h"
#include "indexer/feeds/subscriptions.h"

namespace council_news::test {

UpdateArchive::UpdateArchive() : now_(*parse_timestamp("2026-11-23T02:00:00Z")) {
  options_.allow_private = true;
  options_.pause = std::chrono::milliseconds(0);
  http_settings_.user_agent = user_agent("tests@example.org");
  http_settings_.connect_timeout_s = 20;
  http_settings_.total_timeout_s = 60;
}

void UpdateArchive::subscribe(const std::string& url, const std::function<void(FeedSettings&)>& change) {
  Enricher enricher;
  ArchiveWriter writer(path(), now_, enricher);
  Subscriptions subscriptions(load_feeds(Xapian::Database(path().string())));
  save_feed(writer, subscriptions.put(url, change, IfGone::reactivate));
  writer.commit();
}

void UpdateArchive::unsubscribe(const std::string& url) {
  const Feed gone = feed(url);
  Enricher enricher;
  ArchiveWriter writer(path(), now_, enricher);
  delete_feed(writer, gone.key);
  writer.commit();
}

void UpdateArchive::subscribe_all(const std::vector<std::string>& urls) {
  Enricher enricher;
  ArchiveWriter writer(path(), now_, enricher);
  Subscriptions subscriptions(load_feeds(Xapian::Database(path().string())));
  for (const std::string& url : urls) save_feed(writer, subscriptions.put(url, [](FeedSettings&) {}));
  writer.commit();
}

UpdateReport UpdateArchive::update() {
  CurlNetwork network(http_settings_);
  return update(network);
}

UpdateReport UpdateArchive::update(Network& network) {
  Enricher enricher;
  ArchiveWriter writer(path(), now_, enricher);
  const Xapian::Database committed(path().string());
  std::vector<Feed> feeds = load_feeds(committed);
  std::ostringstream messages;
  UpdateReport report(messages, {});
  UpdateRun(network, writer, report, now_, options_).run(feeds, load_host_backoffs(committed));
  report.write_summary();
  said_ = messages.str();
  return report;
}

Feed UpdateArchive::feed(const std::string& url) const {
  Subscriptions subscriptions(load_feeds(Xapian::Database(path().string())));
  const Feed* feed = subscriptions.find(url);
  if (feed == nullptr) throw std::runtime_error("not subscribed: " + url);
  return *feed;
}

std::vector<Article> UpdateArchive::articles() const {
  const Xapian::Database database = open_for_reading(path());
  std::vector<Article> articles;
  for (auto it = database.postlist_begin(""); it != database.postlist_end(""); ++it)
    articles.push_back(article_of(database.get_document(*it)));
  return articles;
}

std::vector<std::string> UpdateArchive::titles() const {
  std::vector<std::string> titles;
  for (const Article& article : articles()) titles.push_back(article.title);
  return titles;
}

std::string rss(const std::vector<std::string>& titles, const std::string& head) {
  std::string xml =
      "<?xml version=\"1.0\"?><rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\"><channel>"
      "<title>Test Council</title><link>https://news.example/</link>" +
      head;
  for (const std::string& title : titles) {
    xml += "<item><title>" + title + "</title><link>https://news.example/" + title +
           "</link><guid isPermaLink=\"false\">" + title +
           "</guid><pubDate>Sun, 22 Nov 2026 10:00:00 GMT</pubDate><description>About " + title +
           " and the council.</description></item>";
  }
  return xml + "</channel></rss>";
}

std::string atom(const std::vector<std::string>& titles, const std::string& head) {
  std::string xml =
      "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\" "
      "xmlns:fh=\"http://purl.org/syndication/history/1.0\"><title>Test Council</title>" +
      head;
  for (const std::string& title : titles) {
    xml += "<entry><title>" + title + "</title><link href=\"https://news.example/" + title +
           "\"/><id>tag:news.example:" + title + "</id><updated>2026-11-22T10:00:00Z</updated><content>About " + title +
           ".</content></entry>";
  }
  return xml + "</feed>";
}

}  // namespace council_news::test
