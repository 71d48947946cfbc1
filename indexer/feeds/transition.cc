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

/// Maximum number of entry keys to store.
constexpr std::size_t kMaxEntries = 500;

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
  RefreshHints hints;
  hints.has_validators = !state.validators.empty();
  hints.fresh_for = fresh_for(fetched.response);
  if (state.requested_interval_s > 0) hints.ttl = state.requested_interval_s;
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

/// An entry that the document lists both as present and as deleted was restored (RFC 6721, 4).
void note_deleted(FeedState& state, const FeedReading& reading, const EntryIndex& entries, FeedChanges& changes) {
  const std::vector<std::string> before = std::exchange(state.deleted, {});
  for (const std::string& guid : reading.hints.deleted) {
    Article article;
    article.guid = guid;
    const EntryKey key = entry_key(article);
    if (entries.guids.contains(key.guid)) continue;
    state.deleted.push_back(key.guid);
    if (std::find(before.begin(), before.end(), key.guid) == before.end()) changes.deleted.push_back(guid);
  }
}

void note_entries(Feed& feed, const FeedReading& reading, Timestamp now, FeedChanges& changes) {
  FeedState& state = feed.state;
  if (reading.is_sitemap) {  // a sitemap lists the whole site, so nothing can be missed
    state.is_empty = reading.pages.empty() && reading.sitemaps.empty();
    return;
  }
  std::vector<std::string> entries = entry_keys(reading.articles);
  const EntryIndex before(state.entries);
  const EntryIndex present(entries);
  changes.guids_changed = count_changed_guids(entries, before);
  if (changes.guids_changed > 0) {
    state.guids_changed = changes.guids_changed;
    state.new_guids = now;
  }
  note_deleted(state, reading, present, changes);
  if (reading.hints.complete) {
    changes.absent = absent_from(present, state.entries);
  } else if (!entries.empty() && !state.entries.empty() && !share_entry(entries, state.entries)) {
    changes.missed = true;
    state.missed = now;
    state.entries_before = state.entries;
  }
  state.is_empty = entries.empty();
  if (entries.size() > kMaxEntries) entries.resize(kMaxEntries);
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
    case HttpFailure::postponed:
      return {Kind::postponed, FeedProblem::none, response.error};
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
  if (response.status == 410 && fetched.all_redirects_permanent())
    return {Kind::failed, FeedProblem::gone, "permanently gone (410); it will not be requested again"};
  return {Kind::failed, FeedProblem::http_error, fmt::format("HTTP status {}", response.status)};
}

FeedChanges note_unchanged(Feed& feed, const Fetched& fetched, Timestamp now) {
  Validators& known = feed.state.validators;
  if (std::string etag = fetched.response.header("etag"); !etag.empty()) known.etag = std::move(etag);
  if (std::string date = fetched.response.header("last-modified"); !date.empty()) known.last_modified = std::move(date);
  FeedChanges changes;
  changes.moved = note_address(feed, fetched, now);
  note_any_success(feed, fetched, now);
  return changes;
}

FeedChanges note_success(Feed& feed, const Fetched& fetched, const FeedReading& reading, Timestamp now) {
  FeedState& state = feed.state;
  FeedChanges changes;
  changes.moved = note_address(feed, fetched, now);
  state.validators = {fetched.response.header("etag"), fetched.response.header("last-modified"), fetched.url};
  if (state.validators.empty()) state.validators = {};
  state.title = reading.hints.title;
  const std::int64_t requested = std::max(reading.hints.ttl.value_or(0), reading.hints.update_period.value_or(0));
  state.requested_interval_s = static_cast<int>(std::min(requested, kDay));
  state.skip_hours = reading.hints.skip_hours;
  state.skip_days = reading.hints.skip_days;
  note_any_success(feed, fetched, now);
  note_entries(feed, reading, now, changes);
  return changes;
}

void note_failure(Feed& feed, FeedProblem problem, const std::string& error, Timestamp now) {
  FeedState& state = feed.state;
  state.last_asked = now;
  state.last_failure = now;
  state.problem = problem;
  state.error = error;
  ++state.failures;
  // Spreads the retries of feeds that failed at the same time. Deterministic, so that tests are.
  const std::string hash = hash_hex(feed.key + format_timestamp(now)).substr(0, 4);
  const double jitter = std::stoi(hash, nullptr, 16) / 65536.0;
  state.not_before = later(now, backoff_after(state.failures, jitter));
}

std::optional<Timestamp> host_backoff_until(const HttpResponse& response, Timestamp now) {
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
