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
  if (found.empty()) throw UsageError("there is no council '" + text + "'", "name it by its slug, as in sandwell");
  return std::string(found.front()->slug);
}

std::string topic_slug(const std::string& text) {
  if (text.empty() || find_topic(text) != nullptr) return text;
  throw UsageError("there is no topic '" + text + "'", "name it by its slug, as in adult-social-care");
}

}  // namespace

Subscriptions::Subscriptions(std::vector<Feed> feeds)
    : feeds_(std::make_move_iterator(feeds.begin()), std::make_move_iterator(feeds.end())) {
  for (Feed& feed : feeds_) {
    by_key_.emplace(feed.key, &feed);
    by_address_.emplace(feed_key(feed.url), &feed);
    if (!feed.state.moved_from.empty()) by_former_.emplace(feed_key(feed.state.moved_from), &feed);
  }
}

Feed* Subscriptions::find(const std::string& url) {
  const std::string key = feed_key(url);
  for (const auto* const index : {&by_key_, &by_address_, &by_former_}) {
    if (const auto found = index->find(key); found != index->end()) return found->second;
  }
  return nullptr;
}

Feed& Subscriptions::put(const std::string& url, const std::function<void(FeedSettings&)>& change, bool revive) {
  if (!is_web_address(url)) throw UsageError("'" + url + "' is no web address", "feeds begin with https:// or http://");
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
    by_address_.emplace(feed->key, feed);
  }
  feed->settings = std::move(settings);
  if (revive && feed->state.problem == FeedProblem::gone) feed->state.problem = FeedProblem::none;
  return *feed;
}

void take_settings(FeedSettings& settings, const OpmlFeed& feed, bool trusted) {
  const auto take = [](std::string& known, const std::string& said) {
    if (!said.empty()) known = said;
  };
  if (feed.title != feed.url) take(settings.title, feed.title);
  take(settings.folder, feed.folder);
  take(settings.council, feed.council);
  take(settings.topic, feed.topic);
  take(settings.outlet, feed.outlet);
  settings.full_pages |= feed.full_pages;
  settings.history &= !feed.no_history;
  settings.allow_private |= feed.allow_private && trusted;
  int hours = 0;
  const std::string& text = feed.every_hours;
  std::from_chars(text.data(), text.data() + text.size(), hours);
  if (hours > 0 && hours <= kMostEveryHours) settings.every_hours = hours;
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
