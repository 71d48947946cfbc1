#include "indexer/feeds/withdrawals.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/add_new.h"
#include "indexer/enrich/identity.h"
#include "indexer/feeds/feed_reading.h"
#include "indexer/feeds/schedule.h"

namespace council_news {
namespace {

constexpr std::size_t kMostTold = 100;
constexpr std::size_t kMostNamed = 10;
constexpr std::size_t kShortId = 10;  // enough for remove and for council-search --show
constexpr std::int64_t kTellFor = 30 * kDay;

}  // namespace

std::vector<std::string> withdrawn_articles(const ArchiveWriter& writer, const Feed& feed,
                                            const std::vector<std::string>& guids,
                                            const std::vector<std::string>& entry_keys) {
  std::vector<std::string> identity_beginnings;
  for (const std::string& guid : guids) {
    Article article;
    article.guid = guid;
    article.outlet = feed.settings.outlet.empty() ? feed.state.title : feed.settings.outlet;
    identity_beginnings.push_back(identities(article).front());
  }
  for (const std::string& text : entry_keys) {
    const EntryKey key = parse_entry_key(text);
    identity_beginnings.push_back(key.url.empty() ? key.guid : key.url);
  }
  std::vector<std::string> ids;
  for (const std::string& beginning : identity_beginnings) {
    const std::string id = beginning.empty() ? std::string() : writer.id_of(beginning);
    if (!id.empty()) add_new(ids, id);
  }
  return ids;
}

bool is_withdrawal_told(const Feed& feed, Timestamp now) {
  const std::optional<Timestamp>& last = feed.state.last_withdrawn;
  return last && now.seconds - last->seconds <= kTellFor;
}

void note_withdrawals(Feed& feed, const std::vector<std::string>& ids, Timestamp now) {
  if (ids.empty()) return;
  std::vector<std::string>& told = feed.state.withdrawn;
  if (!is_withdrawal_told(feed, now)) told.clear();
  for (const std::string& id : ids) {
    if (told.size() < kMostTold) add_new(told, id);
  }
  feed.state.last_withdrawn = now;
}

std::string withdrawn_text(const std::vector<std::string>& ids) {
  std::string text = ids.size() == 1 ? "1 article was withdrawn and is kept here:"
                                     : fmt::format("{} articles were withdrawn and are kept here:", ids.size());
  for (std::size_t i = 0; i < std::min(ids.size(), kMostNamed); ++i) text += " " + ids[i].substr(0, kShortId);
  return ids.size() > kMostNamed ? text + " …" : text;
}

}  // namespace council_news
