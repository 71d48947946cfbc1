#include "indexer/feeds/update_report.h"

#include <algorithm>
#include <iostream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "common/text/terminal.h"
#include "indexer/write/removals.h"

namespace council_news {

void UpdateReport::count(Outcome outcome) {
  switch (outcome) {
    case Outcome::added:
      ++added_;
      break;
    case Outcome::updated:
      ++updated_;
      break;
    case Outcome::unchanged:
      ++unchanged_;
      break;
    case Outcome::removed:
      ++removed_;
      break;
  }
}

void UpdateReport::feed_done() {
  ++feeds_done_;
  draw_progress();
}

void UpdateReport::postponed(const std::string& feed, const std::string& why) {
  ++postponed_;
  note(feed, "postponed: " + why);
}

void UpdateReport::failed(const std::string& feed, const std::string& why) {
  failures_.push_back({feed, why});
  if (!quiet_) print("failed", failures_.back());
}

void UpdateReport::attention(const std::string& feed, const std::string& what) {
  attentions_.push_back({feed, what});
  const bool is_printed =
      !quiet_ && !failures_.empty() && failures_.back().feed == feed && failures_.back().text == what;
  if (!is_printed) print("attention", attentions_.back());
}

void UpdateReport::ongoing(const std::string& feed, const std::string& what) {
  const auto is_same = [&](const Line& line) { return line.feed == feed; };
  if (std::none_of(attentions_.begin(), attentions_.end(), is_same)) ongoing_.push_back({feed, what});
}

void UpdateReport::note(const std::string& feed, const std::string& what) {
  notes_.push_back({feed, what});
  if (!quiet_) print("note", notes_.back());
}

void UpdateReport::print(const char* kind, const Line& line) const {
  clear_progress();
  out_ << for_terminal(fmt::format("{}: {}: {}", kind, line.feed, line.text)) << '\n';
}

void UpdateReport::draw_progress() {
  if (shows_progress_)
    out_ << fmt::format("\r{}/{} feeds, {} new articles\x1b[K", feeds_done_, feeds_, added_) << std::flush;
}

void UpdateReport::clear_progress() const {
  if (shows_progress_) out_ << "\r\x1b[K";
}

void UpdateReport::write_json() {
  clear_progress();
  using nlohmann::ordered_json;
  ordered_json report{
      {"format", 1},
      {"sources", feeds_},
      {"added", added_},
      {"updated", updated_},
      {"unchanged", unchanged_},
      {"removed", removed_},
      {"skipped", not_due_ + postponed_},
      {"failed", failures_.size()},
      {"feeds",
       {{"asked", feeds_done_}, {"unchanged", unchanged_feeds_}, {"not_due", not_due_}, {"put_off", postponed_}}},
      {"pages", {{"fetched", pages_}, {"failed", pages_failed_}}},
      {"requests", exchanges_}};
  const auto list = [&](const char* name, const char* text, const std::vector<Line>& lines) {
    report[name] = ordered_json::array();
    for (const Line& line : lines) report[name].push_back({{"source", line.feed}, {text, line.text}});
  };
  list("failures", "why", failures_);
  list("attention", "what", attentions_);
  list("still", "what", ongoing_);
  list("notes", "what", notes_);
  std::cout << report.dump(-1, ' ', false, ordered_json::error_handler_t::replace) << std::endl;
}

void UpdateReport::write_summary() {
  clear_progress();
  if (quiet_) return;
  for (const Line& line : ongoing_) print("ongoing", line);
  out_ << fmt::format(
      "{} added, {} updated, {} unchanged, {} skipped, {} failed; {} of {} feeds checked, {} "
      "unchanged\n",
      added_, updated_, unchanged_, not_due_ + postponed_, failures_.size(), feeds_done_, feeds_, unchanged_feeds_);
  if (removed_ > 0) out_ << skipped_removed(removed_) << '\n';
}

}  // namespace council_news
