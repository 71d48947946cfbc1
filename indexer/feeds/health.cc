#include "indexer/feeds/health.h"

#include <algorithm>
#include <ostream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "common/text/terminal.h"
#include "indexer/feeds/schedule.h"
#include "indexer/feeds/withdrawals.h"

namespace council_news {
namespace {

constexpr int kManyFailures = 3;
constexpr std::int64_t kStaleAfter = 90 * kDay;
constexpr std::int64_t kReportMoveFor = 30 * kDay;
constexpr std::int64_t kReportGapFor = 14 * kDay;
constexpr std::int64_t kReportGuidsFor = 14 * kDay;

/// Does the problem usually persist until the user acts?
bool is_lasting(FeedProblem problem) {
  return problem == FeedProblem::gone || problem == FeedProblem::duplicate || problem == FeedProblem::html ||
         problem == FeedProblem::not_a_feed || problem == FeedProblem::refused;
}

bool is_within(const std::optional<Timestamp>& moment, std::int64_t seconds, Timestamp now) {
  return moment && now.seconds - moment->seconds <= seconds;
}

std::string day_text(const std::optional<Timestamp>& moment) {
  return moment ? format_timestamp(at_day(day_of(*moment))) : "never";
}

std::string status_text(const FeedState& state) {
  if (!state.last_asked) return "not fetched yet";
  std::string text = "last success " + day_text(state.last_success);
  if (state.newest) text += " · newest entry " + day_text(state.newest);
  if (state.last_failure) text += fmt::format(" · last failure {}: {}", day_text(state.last_failure), state.error);
  return text;
}

std::string label_of(const Feed& feed) { return !feed.settings.title.empty() ? feed.settings.title : feed.state.title; }

std::vector<const Feed*> worst_first(const std::vector<Feed>& feeds, Timestamp now) {
  std::vector<const Feed*> sorted;
  for (const Feed& feed : feeds) sorted.push_back(&feed);
  const auto rank = [&](const Feed* feed) {
    return needs_person(*feed, now) ? 0 : issues_of(*feed, now).empty() ? 2 : 1;
  };
  std::stable_sort(sorted.begin(), sorted.end(), [&](const Feed* a, const Feed* b) { return rank(a) < rank(b); });
  return sorted;
}

nlohmann::ordered_json json_of(const Feed& feed, Timestamp now) {
  nlohmann::ordered_json object{{"url", feed.url}};
  const auto add = [&](const char* name, const std::string& value) {
    if (!value.empty()) object[name] = value;
  };
  const auto add_moment = [&](const char* name, const std::optional<Timestamp>& moment) {
    if (moment) object[name] = format_timestamp(*moment);
  };
  const FeedSettings& settings = feed.settings;
  add("title", label_of(feed));
  add("folder", settings.folder);
  add("council", settings.council);
  add("topic", settings.topic);
  add("outlet", settings.outlet);
  if (settings.every_hours) object["every_hours"] = *settings.every_hours;
  if (settings.full_pages) object["full_pages"] = true;
  if (!settings.history) object["history"] = false;
  if (settings.allow_private) object["allow_private"] = true;
  const FeedState& state = feed.state;
  object["status"] = state.problem != FeedProblem::none ? name_of(state.problem) : state.last_success ? "ok" : "new";
  object["needs_person"] = needs_person(feed, now);
  object["issues"] = nlohmann::ordered_json::array();
  for (const FeedIssue& issue : issues_of(feed, now)) {
    object["issues"].push_back({{"code", issue.code}, {"text", issue.text}, {"needs_person", issue.needs_person}});
  }
  add_moment("last_asked", state.last_asked);
  add_moment("last_success", state.last_success);
  add_moment("last_failure", state.last_failure);
  add("last_error", state.error);
  object["failures"] = state.failures;
  add_moment("next", state.problem == FeedProblem::gone ? std::nullopt : state.not_before);
  add_moment("newest", state.newest);
  add("moved_from", state.moved_from);
  if (has_recent_withdrawals(feed, now)) object["withdrawn"] = state.withdrawn;
  object["pages_waiting"] = state.pages.size();
  object["history_waiting"] = !state.older.empty();
  return object;
}

}  // namespace

std::vector<FeedIssue> issues_of(const Feed& feed, Timestamp now) {
  const FeedState& state = feed.state;
  std::vector<FeedIssue> issues;
  if (state.problem != FeedProblem::none) {
    std::string text = state.error;
    if (state.failures > 0) text += " (" + day_text(state.last_failure);
    if (state.failures > 1) text += fmt::format(", {} times in a row", state.failures);
    if (state.failures > 0)
      text += state.last_success ? "), last success " + day_text(state.last_success) : "), no success yet";
    issues.push_back({.code = name_of(state.problem),
                      .text = text,
                      .needs_person = is_lasting(state.problem) || state.failures >= kManyFailures});
  }
  if (is_within(state.missed, kReportGapFor, now)) {
    issues.push_back({.code = "missed",
                      .text = "on " + day_text(state.missed) +
                              " no entry overlapped the previous fetch; some may have been missed; update more often",
                      .needs_person = true});
  }
  if (has_recent_withdrawals(feed, now))
    issues.push_back({.code = "withdrawn",
                      .text = day_text(state.last_withdrawn) + ": " + withdrawn_text(state.withdrawn),
                      .needs_person = false});
  if (is_within(state.moved, kReportMoveFor, now))
    issues.push_back({.code = "moved", .text = "moved permanently from " + state.moved_from, .needs_person = false});
  if (state.problem == FeedProblem::none && state.is_empty)
    issues.push_back({.code = "empty", .text = "a feed without entries", .needs_person = false});
  if (state.newest && now.seconds - state.newest->seconds > kStaleAfter)
    issues.push_back(
        {.code = "stale", .text = "its newest entry is from " + day_text(state.newest), .needs_person = false});
  if (is_within(state.new_guids, kReportGuidsFor, now)) {
    issues.push_back(
        {.code = "new-guids",
         .text = fmt::format("{}: the guid of {} changed; they are still the same articles", day_text(state.new_guids),
                             state.guids_changed == 1 ? "1 entry" : fmt::format("{} entries", state.guids_changed)),
         .needs_person = false});
  }
  return issues;
}

bool needs_person(const Feed& feed, Timestamp now) {
  const std::vector<FeedIssue> issues = issues_of(feed, now);
  return std::any_of(issues.begin(), issues.end(), [](const FeedIssue& issue) { return issue.needs_person; });
}

void write_health_text(std::ostream& out, const std::vector<Feed>& feeds, Timestamp now) {
  const auto write = [&](const std::string& line) { out << for_terminal(line) << '\n'; };
  std::size_t need = 0;
  for (const Feed* feed : worst_first(feeds, now)) {
    const std::vector<FeedIssue> issues = issues_of(*feed, now);
    const bool needs = needs_person(*feed, now);
    const std::string label = label_of(*feed);
    write((needs ? "! " : issues.empty() ? "  " : "- ") + (label.empty() ? feed->url : label));
    if (!label.empty()) write("    " + feed->url);
    if (feed->state.problem == FeedProblem::none) write("    " + status_text(feed->state));
    for (const FeedIssue& issue : issues) write("    " + issue.code + ": " + issue.text);
    need += needs ? 1 : 0;
  }
  if (feeds.empty()) {
    out << "no feeds are subscribed: add some with council-index feeds add URL\n";
  } else {
    out << fmt::format("{}, {}\n", feeds.size() == 1 ? "1 feed" : fmt::format("{} feeds", feeds.size()),
                       need == 0   ? "none needs attention"
                       : need == 1 ? "1 needs attention"
                                   : fmt::format("{} need attention", need));
  }
}

void write_health_json(std::ostream& out, const std::vector<Feed>& feeds, Timestamp now) {
  nlohmann::ordered_json report{{"format", 1}, {"feeds", nlohmann::ordered_json::array()}};
  for (const Feed* feed : worst_first(feeds, now)) report["feeds"].push_back(json_of(*feed, now));
  out << report.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

}  // namespace council_news
