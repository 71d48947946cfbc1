#include <algorithm>
#include <charconv>

#include "common/text/url.h"
#include "indexer/feeds/host_backoff.h"
#include "indexer/feeds/schedule.h"
#include "indexer/feeds/update_run.h"
#include "indexer/fetch/fetched_input.h"

namespace council_news {
namespace {

/// Maximum number of history documents of a feed, over all runs.
constexpr std::size_t kMaxOlderTotal = 500;

/// A history document that fails in this many consecutive runs is given up.
constexpr int kMaxOlderFailures = 5;

/// Would a retry in the next run fail in the same way?
bool is_final(const HttpResponse& response) {
  if (response.failure == HttpFailure::refused || response.failure == HttpFailure::too_large) return true;
  return response.failure == HttpFailure::none && response.status >= 400 && response.status < 500 &&
         response.status != 408 && response.status != 429;
}

/// WordPress serves older entries of a feed as pages: `?paged=2`, `?paged=3` and so on, then 404.
std::string next_wordpress_page(const std::string& url) {
  Url parts = parse_url(url);
  std::string query;
  int page = 1;
  for (std::string_view rest = parts.query; !rest.empty();) {
    const std::size_t end = std::min(rest.find('&'), rest.size());
    const std::string_view one = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    if (one.starts_with("paged=")) {
      std::from_chars(one.data() + 6, one.data() + one.size(), page);
    } else {
      query += std::string(one) + "&";
    }
  }
  parts.query = query + "paged=" + std::to_string(page + 1);
  parts.has_query = true;
  return to_string(parts);
}

/// The URL of the document with the next older entries; empty if unknown.
std::string older_than(const FeedReading& reading, const std::string& url) {
  const FeedHints& hints = reading.hints;
  if (!hints.prev_archive.empty()) return hints.prev_archive;
  if (!hints.next.empty()) return hints.next;
  return hints.is_wordpress && !reading.articles.empty() ? next_wordpress_page(url) : std::string();
}

}  // namespace

/// Decides whether to follow the history of a feed: completely the first time, later only to fill a gap (paged feeds)
/// or to fetch new archive documents.
void UpdateRun::choose_older(Visit& visit, const FeedReading& reading, const FeedChanges& changes) {
  FeedState& state = visit.feed->state;
  if (!visit.feed->settings.history || !state.older.empty()) return;
  const std::string older = older_than(reading, visit.feed->url);
  const bool is_archive = !reading.hints.prev_archive.empty();
  const bool is_needed = is_archive ? !was_fetched(writer_, older) : !state.older_done || changes.missed;
  if (older.empty() || !is_needed) return end_older(*visit.feed);
  state.older = older;
  state.older_is_archive = is_archive;
  state.older_seen = {feed_key(visit.feed->url)};
}

/// Should the history not be followed further: a loop, too many documents, or an archive document that another feed
/// already requested?
bool UpdateRun::is_history_done(const FeedState& state) {
  const std::string key = feed_key(state.older);
  const std::vector<std::string>& seen = state.older_seen;
  if (seen.size() >= kMaxOlderTotal || std::find(seen.begin(), seen.end(), key) != seen.end()) return true;
  return state.older_is_archive && (was_fetched(writer_, state.older) || !archives_requested_.insert(key).second);
}

void UpdateRun::follow_older(Visit visit) {
  FeedState& state = visit.feed->state;
  if (!state.older.empty() && is_history_done(state)) {
    end_older(*visit.feed);
    save_feed(writer_, *visit.feed);
  }
  if (state.older.empty() || visit.older_left == 0) return finish(*visit.feed);
  --visit.older_left;
  FetchRequest request;
  request.url = state.older;
  request.accept = "application/atom+xml, application/rss+xml, application/feed+json, */*;q=0.5";
  request.allow_private = is_private_allowed(*visit.feed);
  request.pause = options_.pause;
  fetcher_.submit(request, [this, visit](Fetched&& fetched) { handle_older(visit, std::move(fetched)); });
}

void UpdateRun::handle_older(Visit visit, Fetched&& fetched) {
  Feed& feed = *visit.feed;
  FeedState& state = feed.state;
  apply_retry_after(fetcher_, writer_, fetched, now_);
  const Verdict verdict = judge(fetched);
  if (verdict.kind == Verdict::Kind::postponed || fetched.response.failure == HttpFailure::unresponsive)
    return finish(feed);
  if (verdict.kind != Verdict::Kind::read) return fail_older(feed, is_final(fetched.response));
  const FeedReading reading = read_fetched_feed(input_of(fetched, feed.url, now_));
  write_articles(feed, reading);
  const bool is_cut_off = verdict.problem != FeedProblem::none || reading.problem == FeedProblem::cut_off;
  if (is_cut_off) return fail_older(feed, false);
  state.older_failures = 0;
  if (state.older_is_archive || reading.hints.is_archive) note_fetched(writer_, state.older, now_);
  state.older_seen.push_back(feed_key(state.older));
  const bool gap_closed =
      !state.entries_before.empty() && share_entry(entry_keys(reading.articles), state.entries_before);
  if (gap_closed) state.missed.reset();
  const std::string older = older_than(reading, state.older);
  const bool is_last = older.empty() || reading.problem != FeedProblem::none || was_fetched(writer_, older) ||
                       (gap_closed && state.older_done);
  state.older = older;
  state.older_is_archive = !reading.hints.prev_archive.empty();
  if (is_last) end_older(feed);
  save_feed(writer_, feed);
  follow_older(std::move(visit));
}

/// A temporary failure is retried in the next few runs.
void UpdateRun::fail_older(Feed& feed, bool is_final) {
  FeedState& state = feed.state;
  if (is_final || ++state.older_failures >= kMaxOlderFailures) {
    if (state.older_is_archive) note_fetched(writer_, state.older, now_);
    end_older(feed);
  }
  save_feed(writer_, feed);
  finish(feed);
}

/// Selects the sitemaps of an index that may have changed since the last success.
void UpdateRun::choose_sitemaps(Visit& visit, const FeedReading& reading, std::optional<Timestamp> last_success) const {
  for (const SitemapEntry& sitemap : reading.sitemaps) {
    if (visit.sitemaps.size() == options_.max_older) return;
    const bool is_old = sitemap.changed && last_success && sitemap.changed->seconds + kDay < last_success->seconds;
    if (!is_old) visit.sitemaps.push_back(sitemap.url);
  }
}

void UpdateRun::follow_sitemaps(Visit visit) {
  if (visit.sitemaps.empty()) return follow_older(std::move(visit));
  FetchRequest request;
  request.url = visit.sitemaps.front();
  request.accept = "application/xml, text/xml, */*;q=0.5";
  request.allow_private = is_private_allowed(*visit.feed);
  request.pause = options_.pause;
  visit.sitemaps.erase(visit.sitemaps.begin());
  fetcher_.submit(request, [this, visit](Fetched&& fetched) {
    apply_retry_after(fetcher_, writer_, fetched, now_);
    if (judge(fetched).kind == Verdict::Kind::read) {
      write_articles(*visit.feed, read_fetched_feed(input_of(fetched, visit.feed->url, now_)));
      save_feed(writer_, *visit.feed);
    } else {
      report_.note(visit.feed->url, "could not fetch its sitemap " + fetched.url);
    }
    follow_sitemaps(visit);
  });
}

void UpdateRun::end_older(Feed& feed) {
  feed.state.older.clear();
  feed.state.older_failures = 0;
  feed.state.older_seen.clear();
  feed.state.entries_before.clear();
  feed.state.older_done = true;
}

}  // namespace council_news
