#include "indexer/feeds/withdrawals.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/add_new.h"
#include "indexer/enrich/identity.h"
#include "indexer/feeds/feed_reading.h"
#include "indexer/feeds/schedule.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxStored = 100;
constexpr std::size_t kMaxListed = 10;
constexpr std::int64_t kReportFor = 30 * kDay;

}  // namespace

std::vector<std::string> withdrawn_articles(const ArchiveWriter& writer, const Feed& feed,
                                            const std::vector<std::string>& guids,
                                            const std::vector<std::string>& entry_keys) {
  std::vector<std::string> identity_prefixes;
  for (const std::string& guid : guids) {
    Article article;
    article.guid = guid;
    article.outlet = feed.settings.outlet.empty() ? feed.state.title : feed.settings.outlet;
    identity_prefixes.push_back(identifiers_of(article).guid);
  }
  for (const std::string& text : entry_keys) {
    const EntryKey key = parse_entry_key(text);
    identity_prefixes.push_back(key.url.empty() ? key.guid : key.url);
  }
  std::vector<std::string> ids;
  for (const std::string& prefix : identity_prefixes) {
    const std::string id = prefix.empty() ? std::string() : writer.id_of(prefix);
    if (!id.empty()) add_new(ids, id);
  }
  return ids;
}

bool has_recent_withdrawals(const Feed& feed, Timestamp now) {
  const std::optional<Timestamp>& last = feed.state.last_withdrawn;
  return last && now.seconds - last->seconds <= kReportFor;
}

void note_withdrawals(Feed& feed, const std::vector<std::string>& ids, Timestamp now) {
  if (ids.empty()) return;
  std::vector<std::string>& stored = feed.state.withdrawn;
  if (!has_recent_withdrawals(feed, now)) stored.clear();
  for (const std::string& id : ids) {
    if (stored.size() < kMaxStored) add_new(stored, id);
  }
  feed.state.last_withdrawn = now;
}

std::string withdrawn_text(const std::vector<std::string>& ids) {
  std::string text = ids.size() == 1 ? "1 article was withdrawn by the feed but kept:"
                                     : fmt::format("{} articles were withdrawn by the feed but kept:", ids.size());
  for (std::size_t i = 0; i < std::min(ids.size(), kMaxListed); ++i) text += " " + ids[i].substr(0, kShortId);
  return ids.size() > kMaxListed ? text + " …" : text;
}

}  // namespace council_news
