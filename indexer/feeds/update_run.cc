#include "indexer/feeds/update_run.h"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "indexer/feeds/health.h"
#include "indexer/feeds/rest_host.h"
#include "indexer/feeds/schedule.h"
#include "indexer/feeds/withdrawals.h"
#include "indexer/fetch/fetched_input.h"

namespace council_news {
namespace {

using namespace std::chrono_literals;

/// What a kill can cost: feeds asked in that time are asked again.
constexpr auto kCommitEvery = 5s;

/// Articles. Thirty megabytes of new ones take the better part of a minute; other hosts do not wait so long.
constexpr std::size_t kTendEvery = 32;

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
      fetcher_(network, options.most_at_once),
      pages_(fetcher_, writer, report, now, {options.allow_private, options.pause, options.most_pages}),
      committed_(std::chrono::steady_clock::now()) {}

void UpdateRun::run(std::vector<Feed>& feeds, const std::vector<RestingHost>& resting) {
  for (const RestingHost& host : resting) {
    if (host.until.seconds > now_.seconds) {
      fetcher_.put_off(host.authority,
                       fmt::format("{} asked for peace until {}", host.authority, format_timestamp(host.until)));
    } else {
      forget_resting_host(writer_, host.authority);
    }
  }
  report_.expect(feeds.size());
  note_duplicates(feeds);
  for (Feed& feed : feeds) {
    const bool is_over = feed.state.problem == FeedProblem::gone || feed.state.problem == FeedProblem::duplicate;
    if (is_over || (!options_.force && !is_due(feed.state, now_))) {
      report_.not_due();
    } else {
      ask_at({&feed, options_.most_older, {}, {}}, feed.url);
    }
  }
  fetcher_.run([this] { commit_now_and_then(); });
  writer_.commit();
  for (const Feed& feed : feeds) {
    for (const FeedIssue& issue : issues_of(feed, now_)) {
      if (issue.needs_person) report_.still(feed.url, issue.text);
    }
  }
  report_.exchanges(fetcher_.exchanges());
}

/// A feed that has moved to where another is already is not asked as long as that is so.
void UpdateRun::note_duplicates(std::vector<Feed>& feeds) {
  std::unordered_set<std::string> taken;
  for (const Feed& feed : feeds) {
    if (feed.key == feed_key(feed.url)) taken.insert(feed.key);
  }
  for (Feed& feed : feeds) {
    FeedState& state = feed.state;
    const std::string at = feed_key(feed.url);
    const bool is_duplicate = feed.key != at && !taken.insert(at).second;
    if (is_duplicate == (state.problem == FeedProblem::duplicate)) continue;
    state.problem = is_duplicate ? FeedProblem::duplicate : FeedProblem::none;
    if (is_duplicate) {
      state.error = "it has moved to the address of another subscription: feeds remove " + state.moved_from;
      report_.attention(feed.url, state.error);
    }
    save_feed(writer_, feed);
  }
}

void UpdateRun::ask_at(const Visit& visit, const std::string& url) {
  FetchRequest request;
  request.url = url;
  request.accept = kAccept;
  request.validators = visit.feed->state.validators;
  request.allow_private = is_private_allowed(*visit.feed);
  fetcher_.submit(request, [this, visit](Fetched&& fetched) { take_answer(visit, std::move(fetched)); });
}

void UpdateRun::take_answer(Visit visit, Fetched&& fetched) {
  Feed& feed = *visit.feed;
  rest_host_if_asked(fetcher_, writer_, fetched, now_);
  const Verdict verdict = judge(fetched);
  switch (verdict.kind) {
    case Verdict::Kind::put_off:
      return report_.put_off(feed.url, verdict.error);
    case Verdict::Kind::failed:
      return fail(visit, verdict.problem, verdict.error);
    case Verdict::Kind::read:
      return take_feed(std::move(visit), verdict, std::move(fetched));
    case Verdict::Kind::unchanged:
      report_.feed_unchanged();
      say(feed, note_unchanged(feed, fetched, now_));
      save_feed(writer_, feed);
      return follow_older(std::move(visit));
  }
}

void UpdateRun::take_feed(Visit visit, const Verdict& verdict, Fetched&& fetched) {
  Feed& feed = *visit.feed;
  FeedReading reading = read_fetched_feed(input_of(fetched, feed.url, now_));
  if (reading.problem == FeedProblem::none && verdict.problem != FeedProblem::none) {
    reading.problem = verdict.problem;
    reading.error = verdict.error;
  }
  // A newsroom's own page, given instead of its feed: the feed that it names is what was meant.
  const bool may_look = visit.found_on.empty() && !feed.state.last_success && !reading.feed_links.empty();
  if (reading.problem == FeedProblem::html && may_look) {
    visit.found_on = fetched.url;
    return ask_at(visit, reading.feed_links.front());
  }
  write_articles(feed, reading);
  if (reading.problem != FeedProblem::none) return fail(visit, reading.problem, reading.error);
  if (!visit.found_on.empty()) {
    feed.state.moved_from = std::exchange(feed.url, fetched.url);
    feed.state.moved = now_;
    report_.note(feed.state.moved_from, "a page, which names the feed " + feed.url + ": that is asked from now on");
  }
  choose_sitemaps(visit, reading, feed.state.last_success);
  const FeedNews news = note_success(feed, fetched, reading, now_);
  take_withdrawals(feed, news);
  say(feed, news);
  choose_older(visit, reading, news);
  save_feed(writer_, feed);
  follow_sitemaps(std::move(visit));
}

void UpdateRun::take_withdrawals(Feed& feed, const FeedNews& news) {
  const std::vector<std::string> ids = withdrawn_articles(writer_, feed, news.deleted, news.absent);
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

void UpdateRun::say(const Feed& feed, const FeedNews& news) {
  if (news.moved) report_.attention(feed.url, "moved here for good from " + feed.state.moved_from);
  if (news.guids_changed > 0) report_.note(feed.url, fmt::format("{} entries have a new guid", news.guids_changed));
}

void UpdateRun::finish(Feed& feed) {
  // Only now: older documents may have closed the gap.
  if (feed.state.missed == now_)
    report_.attention(feed.url, "no entry is one of the last time: some may have been missed");
  pages_.fetch(feed);
  report_.feed_done();
}

void UpdateRun::write_articles(Feed& feed, const FeedReading& reading) {
  std::vector<PendingPage> pages = reading.pages;
  std::size_t written = 0;
  for (Article article : reading.articles) {
    if (++written % kTendEvery == 0) fetcher_.tend();
    if (feed.settings.full_pages) pages.push_back({article.url, article.title, 0});
    tell(feed.settings, article);
    report_.count(writer_.write(std::move(article)));
  }
  pages_.list(feed, pages);
}

void UpdateRun::commit_now_and_then() {
  if (std::chrono::steady_clock::now() - committed_ < kCommitEvery) return;
  writer_.commit();
  committed_ = std::chrono::steady_clock::now();
}

}  // namespace council_news
