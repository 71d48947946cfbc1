#include "indexer/feeds/subscriptions.h"

#include <charconv>
#include <iterator>

#include "common/error.h"
#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"
#include "indexer/fetch/http.h"

namespace council_news {
namespace {

std::string council_slug(const std::string& text) {
  if (text.empty()) return {};
  const std::vector<const Council*> found = gazetteer().resolve(text);
  if (found.empty()) throw UsageError("unknown council '" + text + "'", "use a name or slug such as sandwell");
  return std::string(found.front()->slug);
}

std::string topic_slug(const std::string& text) {
  if (text.empty() || find_topic(text) != nullptr) return text;
  throw UsageError("unknown topic '" + text + "'", "use a slug such as adult-social-care");
}

}  // namespace

Subscriptions::Subscriptions(std::vector<Feed> feeds)
    : feeds_(std::make_move_iterator(feeds.begin()), std::make_move_iterator(feeds.end())) {
  for (Feed& feed : feeds_) {
    by_key_.emplace(feed.key, &feed);
    by_url_.emplace(feed_key(feed.url), &feed);
    if (!feed.state.moved_from.empty()) by_former_url_.emplace(feed_key(feed.state.moved_from), &feed);
  }
}

Feed* Subscriptions::find(const std::string& url) {
  const std::string key = feed_key(url);
  for (const auto* const index : {&by_key_, &by_url_, &by_former_url_}) {
    if (const auto found = index->find(key); found != index->end()) return found->second;
  }
  return nullptr;
}

Feed& Subscriptions::put(const std::string& url, const std::function<void(FeedSettings&)>& change, IfGone if_gone) {
  if (!is_web_address(url))
    throw UsageError("'" + url + "' is not a valid web address", "the URL of a feed starts with https:// or http://");
  Feed* feed = find(url);
  FeedSettings settings = feed == nullptr ? FeedSettings{} : feed->settings;
  change(settings);
  settings.council = council_slug(settings.council);
  settings.topic = topic_slug(settings.topic);
  if (feed == nullptr) {
    feed = &feeds_.emplace_back();
    feed->key = feed_key(url);
    feed->url = url;
    by_key_.emplace(feed->key, feed);
    by_url_.emplace(feed->key, feed);
  }
  feed->settings = std::move(settings);
  if (if_gone == IfGone::reactivate && feed->state.problem == FeedProblem::gone)
    feed->state.problem = FeedProblem::none;
  return *feed;
}

void merge_settings(FeedSettings& settings, const OpmlFeed& feed, ListTrust trust) {
  const auto merge = [](std::string& setting, const std::string& listed) {
    if (!listed.empty()) setting = listed;
  };
  if (feed.title != feed.url) merge(settings.title, feed.title);
  merge(settings.folder, feed.folder);
  merge(settings.council, feed.council);
  merge(settings.topic, feed.topic);
  merge(settings.outlet, feed.outlet);
  settings.full_pages |= feed.full_pages;
  settings.history &= !feed.no_history;
  settings.allow_private |= feed.allow_private && trust == ListTrust::trusted;
  int hours = 0;
  const std::string& text = feed.every_hours;
  std::from_chars(text.data(), text.data() + text.size(), hours);
  if (hours > 0 && hours <= kMaxEveryHours) settings.every_hours = hours;
}

OpmlFeed to_opml(const Feed& feed) {
  OpmlFeed out;
  out.url = feed.url;
  out.title = feed.settings.title.empty() ? feed.state.title : feed.settings.title;
  out.folder = feed.settings.folder;
  out.council = feed.settings.council;
  out.topic = feed.settings.topic;
  out.outlet = feed.settings.outlet;
  if (feed.settings.every_hours) out.every_hours = std::to_string(*feed.settings.every_hours);
  out.full_pages = feed.settings.full_pages;
  out.no_history = !feed.settings.history;
  out.allow_private = feed.settings.allow_private;
  return out;
}

}  // namespace council_news
