#include "indexer/commands/run_report.h"

#include <iostream>

#include <fmt/core.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include "common/error.h"
#include "common/interruption.h"
#include "common/text/terminal.h"
#include "indexer/write/removals.h"

namespace council_news {

namespace po = boost::program_options;

namespace {

using namespace std::chrono_literals;

constexpr auto kRedrawInterval = 100ms;

}  // namespace

RunReport::RunReport(std::size_t sources, bool verbose)
    : sources_(sources),
      verbose_(verbose),
      shows_progress_(is_terminal(STDERR_FILENO)),
      started_(std::chrono::steady_clock::now()),
      redrawn_(started_) {}

void RunReport::count(Outcome outcome, std::size_t articles) {
  switch (outcome) {
    case Outcome::added:
      added_ += articles;
      break;
    case Outcome::updated:
      updated_ += articles;
      break;
    case Outcome::unchanged:
      unchanged_ += articles;
      break;
    case Outcome::removed:
      removed_ += articles;
      break;
  }
  draw_progress();
}

void RunReport::fail(const std::string& source, const std::string& why, const std::string& hint) {
  clear_progress();
  failures_.push_back({source, why});
  std::cerr << for_terminal(fmt::format("failed: {}: {}{}{}", source, why, hint.empty() ? "" : "; ", hint)) << '\n';
}

void RunReport::skip(const std::string& source, const std::string& why, std::size_t documents) {
  skipped_ += documents;
  if (!verbose_ || documents == 0) return;
  clear_progress();
  std::cerr << for_terminal(fmt::format("skipped: {}: {}", source, why)) << '\n';
}

void RunReport::source_done() {
  ++sources_done_;
  draw_progress();
}

void RunReport::draw_progress() {
  const auto now = std::chrono::steady_clock::now();
  if (!shows_progress_ || now - redrawn_ < kRedrawInterval) return;
  redrawn_ = now;
  const double seconds = std::chrono::duration<double>(now - started_).count();
  const auto articles = static_cast<double>(added_ + updated_ + unchanged_);
  std::string line =
      fmt::format("{}/{} sources, {:.0f} articles, {:.0f}/s", sources_done_, sources_, articles, articles / seconds);
  if (sources_done_ > 0) {
    const auto left = static_cast<double>(sources_ - sources_done_) * seconds / static_cast<double>(sources_done_);
    line += fmt::format(", {:.0f} s left", left);
  }
  std::cerr << '\r' << line << "\x1b[K" << std::flush;
}

void RunReport::clear_progress() {
  if (shows_progress_) std::cerr << "\r\x1b[K";
}

void RunReport::write_summary() {
  clear_progress();
  std::cerr << fmt::format("{} added, {} updated, {} unchanged, {} skipped, {} failed\n", added_, updated_, unchanged_,
                           skipped_ + removed_, failures_.size());
  if (removed_ > 0) std::cerr << skipped_removed(removed_) << '\n';
}

void RunReport::write_json() {
  clear_progress();
  nlohmann::ordered_json report{{"format", 1},
                                {"sources", sources_},
                                {"added", added_},
                                {"updated", updated_},
                                {"unchanged", unchanged_},
                                {"skipped", skipped_ + removed_},
                                {"removed", removed_},
                                {"failed", failures_.size()},
                                {"failures", nlohmann::ordered_json::array()}};
  for (const Failure& failure : failures_)
    report["failures"].push_back({{"source", failure.source}, {"why", failure.why}});
  std::cout << report.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << std::endl;
}

void add_report_option(po::options_description& options) {
  options.add_options()("report", po::value<std::string>()->default_value("text")->value_name("text|json"),
                        "format of the summary");
}

void end_interrupted(std::size_t stored) {
  std::cerr << fmt::format("interrupted: {} {} stored; run the same command again to go on\n", stored,
                           stored == 1 ? "article was" : "articles were");
  stop_if_interrupted();
}

bool wants_json(const po::variables_map& values) {
  const std::string format = values["report"].as<std::string>();
  if (format != "text" && format != "json") throw UsageError("--report must be text or json, got '" + format + "'");
  return format == "json";
}

}  // namespace council_news
