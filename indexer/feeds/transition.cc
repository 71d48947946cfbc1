#include "indexer/feeds/transition.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "common/hash.h"
#include "indexer/feeds/schedule.h"
#include "indexer/fetch/http_time.h"

namespace council_news {
namespace {

/// Of which the keys are remembered.
constexpr std::size_t kMostEntries = 500;

struct EntryIndex {
  std::set<std::string> guids;
  std::map<std::string, std::string> guid_of_url;

  explicit EntryIndex(const std::vector<std::string>& keys) {
    for (const std::string& text : keys) {
      EntryKey key = parse_entry_key(text);
      if (!key.guid.empty()) guids.insert(key.guid);
      if (!key.url.empty()) guid_of_url.emplace(std::move(key.url), std::move(key.guid));
    }
  }
  bool has(const EntryKey& key) const {
    return (!key.guid.empty() && guids.contains(key.guid)) || (!key.url.empty() && guid_of_url.contains(key.url));
  }
};

std::vector<std::string> absent_from(const EntryIndex& now, const std::vector<std::string>& before) {
  std::vector<std::string> absent;
  std::copy_if(before.begin(), before.end(), std::back_inserter(absent),
               [&](const std::string& text) { return !now.has(parse_entry_key(text)); });
  return absent;
}

int count_changed_guids(const std::vector<std::string>& entries, const EntryIndex& before) {
  int changed = 0;
  for (const std::string& text : entries) {
    const EntryKey key = parse_entry_key(text);
    const auto known = before.guid_of_url.find(key.url);
    const bool had_guid = known != before.guid_of_url.end() && !known->second.empty();
    if (had_guid && !key.guid.empty() && known->second != key.guid && !before.guids.contains(key.guid)) ++changed;
  }
  return changed;
}

void note_any_success(Feed& feed, const Fetched& fetched, Timestamp now) {
  FeedState& state = feed.state;
  state.last_asked = now;
  state.last_success = now;
  state.problem = FeedProblem::none;
  state.failures = 0;
  AskAgain hints;
  hints.has_validators = !state.validators.empty();
  hints.fresh_for = fresh_for(fetched.response);
  if (state.asks_for_s > 0) hints.ttl = state.asks_for_s;
  hints.every_hours = feed.settings.every_hours;
  state.not_before = later(now, interval_after_success(hints));
}

bool note_address(Feed& feed, const Fetched& fetched, Timestamp now) {
  const std::string to = fetched.moved_to(feed.url);
  if (to == feed.url) return false;
  feed.state.moved = now;
  feed.state.moved_from = feed.url;
  feed.url = to;
  return true;
}

/// An entry that stands in the document beside the word that it was deleted is there again (RFC 6721, 4).
void note_deleted(FeedState& state, const FeedReading& reading, const EntryIndex& entries, FeedNews& news) {
  const std::vector<std::string> before = std::exchange(state.deleted, {});
  for (const std::string& guid : reading.hints.deleted) {
    Article article;
    article.guid = guid;
    const EntryKey key = entry_key(article);
    if (entries.guids.contains(key.guid)) continue;
    state.deleted.push_back(key.guid);
    if (std::find(before.begin(), before.end(), key.guid) == before.end()) news.deleted.push_back(guid);
  }
}

void note_entries(Feed& feed, const FeedReading& reading, Timestamp now, FeedNews& news) {
  FeedState& state = feed.state;
  if (reading.is_sitemap) {  // it has what its site has, and no window that moves
    state.is_empty = reading.pages.empty() && reading.sitemaps.empty();
    return;
  }
  std::vector<std::string> entries = entry_keys(reading.articles);
  const EntryIndex before(state.entries);
  const EntryIndex present(entries);
  news.guids_changed = count_changed_guids(entries, before);
  if (news.guids_changed > 0) {
    state.guids_changed = news.guids_changed;
    state.new_guids = now;
  }
  note_deleted(state, reading, present, news);
  if (reading.hints.complete) {
    news.absent = absent_from(present, state.entries);
  } else if (!entries.empty() && !state.entries.empty() && !share_entry(entries, state.entries)) {
    news.missed = true;
    state.missed = now;
    state.entries_before = state.entries;
  }
  state.is_empty = entries.empty();
  if (entries.size() > kMostEntries) entries.resize(kMostEntries);
  if (!entries.empty() || reading.hints.complete) state.entries = std::move(entries);
  for (const Article& article : reading.articles) {
    const std::optional<Timestamp>& date = article.published ? article.published : article.updated;
    if (date && (!state.newest || *state.newest < *date)) state.newest = date;
  }
}

}  // namespace

Verdict judge(const Fetched& fetched) {
  using Kind = Verdict::Kind;
  const HttpResponse& response = fetched.response;
  switch (response.failure) {
    case HttpFailure::none:
      break;
    case HttpFailure::put_off:
      return {Kind::put_off, FeedProblem::none, response.error};
    case HttpFailure::refused:
      return {Kind::failed, FeedProblem::refused, response.error};
    case HttpFailure::cut_off:
      if (response.status == 200 && !response.body.empty()) return {Kind::read, FeedProblem::cut_off, response.error};
      return {Kind::failed, FeedProblem::unreachable, response.error};
    default:
      return {Kind::failed, FeedProblem::unreachable, response.error};
  }
  if (response.status == 200) return {Kind::read, FeedProblem::none, {}};
  if (response.status == 304 && fetched.was_conditional) return {Kind::unchanged, FeedProblem::none, {}};
  if (response.status == 410 && fetched.permanently())
    return {Kind::failed, FeedProblem::gone, "gone for good (410): it is not asked again"};
  return {Kind::failed, FeedProblem::http_error, fmt::format("the server answered {}", response.status)};
}

FeedNews note_unchanged(Feed& feed, const Fetched& fetched, Timestamp now) {
  Validators& known = feed.state.validators;
  if (std::string etag = fetched.response.header("etag"); !etag.empty()) known.etag = std::move(etag);
  if (std::string date = fetched.response.header("last-modified"); !date.empty()) known.last_modified = std::move(date);
  FeedNews news;
  news.moved = note_address(feed, fetched, now);
  note_any_success(feed, fetched, now);
  return news;
}

FeedNews note_success(Feed& feed, const Fetched& fetched, const FeedReading& reading, Timestamp now) {
  FeedState& state = feed.state;
  FeedNews news;
  news.moved = note_address(feed, fetched, now);
  state.validators = {fetched.response.header("etag"), fetched.response.header("last-modified"), fetched.url};
  if (state.validators.empty()) state.validators = {};
  state.title = reading.hints.title;
  const std::int64_t wish = std::max(reading.hints.ttl.value_or(0), reading.hints.update_period.value_or(0));
  state.asks_for_s = static_cast<int>(std::min(wish, kDay));
  state.skip_hours = reading.hints.skip_hours;
  state.skip_days = reading.hints.skip_days;
  note_any_success(feed, fetched, now);
  note_entries(feed, reading, now, news);
  return news;
}

void note_failure(Feed& feed, FeedProblem problem, const std::string& error, Timestamp now) {
  FeedState& state = feed.state;
  state.last_asked = now;
  state.last_failure = now;
  state.problem = problem;
  state.error = error;
  ++state.failures;
  // The key and the time are random enough to keep feeds that failed together from coming back together.
  const std::string hash = hash_hex(feed.key + format_timestamp(now)).substr(0, 4);
  const double jitter = std::stoi(hash, nullptr, 16) / 65536.0;
  state.not_before = later(now, back_off(state.failures, jitter));
}

std::optional<Timestamp> host_rests_until(const HttpResponse& response, Timestamp now) {
  if (response.failure != HttpFailure::none || (response.status != 429 && response.status != 503)) return std::nullopt;
  return later(now, capped_retry_after(retry_after(response, now).value_or(kHour)));
}

bool share_entry(const std::vector<std::string>& a, const std::vector<std::string>& b) {
  const EntryIndex known(b);
  return std::any_of(a.begin(), a.end(), [&](const std::string& text) { return known.has(parse_entry_key(text)); });
}

std::vector<std::string> entry_keys(const std::vector<Article>& articles) {
  std::vector<std::string> keys;
  for (const Article& article : articles) keys.push_back(to_string(entry_key(article)));
  return keys;
}

}  // namespace council_news
