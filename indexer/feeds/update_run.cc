#include "indexer/feeds/update_run.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "common/interruption.h"
#include "indexer/feeds/health.h"
#include "indexer/feeds/host_backoff.h"
#include "indexer/feeds/schedule.h"
#include "indexer/feeds/withdrawals.h"
#include "indexer/fetch/fetched_input.h"

namespace council_news {
namespace {

using namespace std::chrono_literals;

/// A kill loses at most this much work, which the next run repeats.
constexpr auto kCommitEvery = 5s;

/// Articles between two calls of Fetcher::pump(). Indexing a 30 MB feed takes most of a minute, and transfers from
/// other hosts would time out.
constexpr std::size_t kPumpEvery = 32;

constexpr const char* kAccept =
    "application/atom+xml, application/rss+xml, application/feed+json, application/rdf+xml, application/xml;q=0.9, "
    "text/xml;q=0.9, */*;q=0.5";

}  // namespace

UpdateRun::UpdateRun(Network& network, ArchiveWriter& writer, UpdateReport& report, Timestamp now,
                     UpdateOptions options)
    : writer_(writer),
      report_(report),
      now_(now),
      options_(options),
      fetcher_(network, options.max_concurrent),
      pages_(fetcher_, writer, report, now,
             {.allow_private = options.allow_private, .pause = options.pause, .max_pages = options.max_pages}),
      committed_(std::chrono::steady_clock::now()) {}

bool UpdateRun::run(std::vector<Feed>& feeds, const std::vector<HostBackoff>& backoffs) {
  for (const HostBackoff& backoff : backoffs) {
    if (backoff.not_before.seconds > now_.seconds) {
      fetcher_.postpone_host(backoff.authority, backoff_text(backoff));
    } else {
      delete_host_backoff(writer_, backoff.authority);
    }
  }
  report_.expect(feeds.size());
  note_duplicates(feeds);
  for (Feed& feed : feeds) {
    const bool is_over = feed.state.problem == FeedProblem::gone || feed.state.problem == FeedProblem::duplicate;
    if (is_over || (!options_.force && !is_due(feed.state, now_))) {
      report_.not_due();
    } else {
      request_feed({.feed = &feed, .older_left = options_.max_older, .discovered_on = {}, .sitemaps = {}}, feed.url);
    }
  }
  const bool is_whole = run_unless_interrupted([this] { fetcher_.run([this] { commit_periodically(); }); });
  writer_.commit();
  for (const Feed& feed : feeds) {
    for (const FeedIssue& issue : issues_of(feed, now_)) {
      if (issue.needs_person) report_.ongoing(feed.url, issue.text);
    }
  }
  report_.exchanges(fetcher_.exchanges());
  return is_whole;
}

/// Marks feeds that have moved to the URL of another feed. They are not requested while that is so.
void UpdateRun::note_duplicates(std::vector<Feed>& feeds) {
  std::unordered_set<std::string> taken;
  for (const Feed& feed : feeds) {
    if (feed.key == feed_key(feed.url)) taken.insert(feed.key);
  }
  for (Feed& feed : feeds) {
    FeedState& state = feed.state;
    const std::string current = feed_key(feed.url);
    const bool is_duplicate = feed.key != current && !taken.insert(current).second;
    if (is_duplicate == (state.problem == FeedProblem::duplicate)) continue;
    state.problem = is_duplicate ? FeedProblem::duplicate : FeedProblem::none;
    if (is_duplicate) {
      state.error = "moved to the URL of another subscription: unsubscribe with feeds remove " + state.moved_from;
      report_.attention(feed.url, state.error);
    }
    save_feed(writer_, feed);
  }
}

void UpdateRun::request_feed(const Visit& visit, const std::string& url) {
  FetchRequest request;
  request.url = url;
  request.accept = kAccept;
  request.validators = visit.feed->state.validators;
  request.allow_private = is_private_allowed(*visit.feed);
  fetcher_.submit(request, [this, visit](Fetched&& fetched) { handle_response(visit, std::move(fetched)); });
}

void UpdateRun::handle_response(Visit visit, Fetched&& fetched) {
  Feed& feed = *visit.feed;
  apply_retry_after(fetcher_, writer_, fetched, now_);
  const Verdict verdict = judge(fetched);
  switch (verdict.kind) {
    case Verdict::Kind::postponed:
      return report_.postponed(feed.url, verdict.error);
    case Verdict::Kind::failed:
      return fail(visit, verdict.problem, verdict.error);
    case Verdict::Kind::read:
      return handle_feed(std::move(visit), verdict, std::move(fetched));
    case Verdict::Kind::unchanged:
      report_.feed_unchanged();
      report_changes(feed, note_unchanged(feed, fetched, now_));
      save_feed(writer_, feed);
      return follow_older(std::move(visit));
  }
}

void UpdateRun::handle_feed(Visit visit, const Verdict& verdict, Fetched&& fetched) {
  Feed& feed = *visit.feed;
  FeedReading reading = read_fetched_feed(input_of(fetched, feed.url, now_));
  if (reading.problem == FeedProblem::none && verdict.problem != FeedProblem::none) {
    reading.problem = verdict.problem;
    reading.error = verdict.error;
  }
  // The user subscribed to a web page: use the feed that it links to.
  const bool can_discover = visit.discovered_on.empty() && !feed.state.last_success && !reading.feed_links.empty();
  if (reading.problem == FeedProblem::html && can_discover) {
    visit.discovered_on = fetched.url;
    return request_feed(visit, reading.feed_links.front());
  }
  write_articles(feed, reading);
  if (reading.problem != FeedProblem::none) return fail(visit, reading.problem, reading.error);
  if (!visit.discovered_on.empty()) {
    feed.state.moved_from = std::exchange(feed.url, fetched.url);
    feed.state.moved = now_;
    report_.note(feed.state.moved_from,
                 "a web page that links to the feed " + feed.url + ", which is used from now on");
  }
  choose_sitemaps(visit, reading, feed.state.last_success);
  const FeedChanges changes = note_success(feed, fetched, reading, now_);
  handle_withdrawals(feed, changes);
  report_changes(feed, changes);
  choose_older(visit, reading, changes);
  save_feed(writer_, feed);
  follow_sitemaps(std::move(visit));
}

void UpdateRun::handle_withdrawals(Feed& feed, const FeedChanges& changes) {
  const std::vector<std::string> ids = withdrawn_articles(writer_, feed, changes.deleted, changes.absent);
  if (ids.empty()) return;
  note_withdrawals(feed, ids, now_);
  report_.attention(feed.url, withdrawn_text(ids));
}

void UpdateRun::fail(const Visit& visit, FeedProblem problem, const std::string& error) {
  Feed& feed = *visit.feed;
  const bool was_known = needs_person(feed, now_);
  note_failure(feed, problem, error, now_);
  save_feed(writer_, feed);
  report_.failed(feed.url, error);
  if (!was_known && needs_person(feed, now_)) report_.attention(feed.url, error);
  report_.feed_done();
}

void UpdateRun::report_changes(const Feed& feed, const FeedChanges& changes) {
  if (changes.moved) report_.attention(feed.url, "moved permanently from " + feed.state.moved_from);
  if (changes.guids_changed > 0)
    report_.note(feed.url, fmt::format("{} entries have a new guid", changes.guids_changed));
}

void UpdateRun::finish(Feed& feed) {
  // Only now, because older documents may have filled the gap.
  if (feed.state.missed == now_)
    report_.attention(feed.url, "no entry overlaps the previous fetch; some may have been missed");
  pages_.fetch(feed);
  report_.feed_done();
}

void UpdateRun::write_articles(Feed& feed, const FeedReading& reading) {
  std::vector<PendingPage> pages = reading.pages;
  std::size_t written = 0;
  for (Article article : reading.articles) {
    if (++written % kPumpEvery == 0) fetcher_.pump();
    apply_settings(feed.settings, article);
    const PendingPage page{article.url, article.title, 0};
    const Outcome outcome = writer_.write(std::move(article));
    report_.count(outcome);
    if (feed.settings.full_pages && outcome != Outcome::removed) pages.push_back(page);
    stop_if_interrupted();
  }
  pages_.enqueue(feed, pages);
}

void UpdateRun::commit_periodically() {
  stop_if_interrupted();
  if (std::chrono::steady_clock::now() - committed_ < kCommitEvery) return;
  writer_.commit();
  committed_ = std::chrono::steady_clock::now();
}

}  // namespace council_news
