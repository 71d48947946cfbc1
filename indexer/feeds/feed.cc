#include "indexer/feeds/feed.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/hash.h"
#include "common/text/url.h"
#include "common/text/utf8.h"

namespace council_news {
namespace {

using nlohmann::json;

constexpr std::pair<FeedProblem, const char*> kProblems[] = {
    {FeedProblem::none, "none"},           {FeedProblem::unreachable, "unreachable"},
    {FeedProblem::refused, "refused"},     {FeedProblem::http_error, "http-error"},
    {FeedProblem::html, "html"},           {FeedProblem::not_a_feed, "not-a-feed"},
    {FeedProblem::cut_off, "cut-off"},     {FeedProblem::gone, "gone"},
    {FeedProblem::duplicate, "duplicate"},
};

/// Writes members that differ from their default.
struct Writer {
  json object = json::object();

  void operator()(const char* name, const std::string& value) {
    if (!value.empty()) object[name] = value;
  }
  void operator()(const char* name, bool value) {
    if (value) object[name] = true;
  }
  void operator()(const char* name, int value) {
    if (value != 0) object[name] = value;
  }
  void operator()(const char* name, std::uint32_t value) {
    if (value != 0) object[name] = value;
  }
  void operator()(const char* name, const std::optional<int>& value) {
    if (value) object[name] = *value;
  }
  void operator()(const char* name, const std::optional<Timestamp>& value) {
    if (value) object[name] = format_timestamp(*value);
  }
  void operator()(const char* name, const std::vector<std::string>& value) {
    if (!value.empty()) object[name] = value;
  }
  void operator()(const char* name, FeedProblem value) {
    if (value != FeedProblem::none) object[name] = name_of(value);
  }
  void operator()(const char* name, const std::vector<PendingPage>& pages) {
    for (const PendingPage& page : pages) object[name].push_back({page.url, page.title, page.tries});
  }
};

/// Reads what Writer wrote; absent members keep their default.
struct Reader {
  const json& object;

  template <class Value>
  void operator()(const char* name, Value& value) const {
    if (const auto member = object.find(name); member != object.end()) read(*member, value);
  }

 private:
  template <class Value>
  static void read(const json& member, Value& value) {
    member.get_to(value);
  }
  static void read(const json& member, std::optional<int>& value) { value = member.get<int>(); }
  static void read(const json& member, std::optional<Timestamp>& value) {
    value = parse_timestamp(member.get<std::string>());
  }
  static void read(const json& member, FeedProblem& value) {
    const std::string name = member.get<std::string>();
    const auto* const known = std::find_if(std::begin(kProblems), std::end(kProblems),
                                           [&](const auto& entry) { return entry.second == name; });
    if (known != std::end(kProblems)) value = known->first;
  }
  static void read(const json& member, std::vector<PendingPage>& pages) {
    for (const json& page : member)
      pages.push_back({page.at(0).get<std::string>(), page.at(1).get<std::string>(), page.at(2).get<int>()});
  }
};

/// The list of all stored members: `visit` is a Writer or a Reader.
template <class Visitor, class Settings>
void visit_settings(Visitor&& visit, Settings& settings) {
  visit("title", settings.title);
  visit("folder", settings.folder);
  visit("council", settings.council);
  visit("topic", settings.topic);
  visit("outlet", settings.outlet);
  visit("every_hours", settings.every_hours);
  visit("full_pages", settings.full_pages);
  visit("allow_private", settings.allow_private);
}

template <class Visitor, class State>
void visit_state(Visitor&& visit, State& state) {
  visit("etag", state.validators.etag);
  visit("last_modified", state.validators.last_modified);
  visit("validated_url", state.validators.url);
  visit("own_title", state.title);
  visit("last_asked", state.last_asked);
  visit("last_success", state.last_success);
  visit("last_failure", state.last_failure);
  visit("not_before", state.not_before);
  visit("problem", state.problem);
  visit("error", state.error);
  visit("failures", state.failures);
  visit("asks_for_s", state.requested_interval_s);
  visit("skip_hours", state.skip_hours);
  visit("skip_days", state.skip_days);
  visit("entries", state.entries);
  visit("is_empty", state.is_empty);
  visit("newest", state.newest);
  visit("missed", state.missed);
  visit("moved", state.moved);
  visit("moved_from", state.moved_from);
  visit("guids_changed", state.guids_changed);
  visit("new_guids", state.new_guids);
  visit("deleted", state.deleted);
  visit("withdrawn", state.withdrawn);
  visit("last_withdrawn", state.last_withdrawn);
  visit("older", state.older);
  visit("older_is_archive", state.older_is_archive);
  visit("older_seen", state.older_seen);
  visit("entries_before", state.entries_before);
  visit("older_failures", state.older_failures);
  visit("older_done", state.older_done);
  visit("pages", state.pages);
}

}  // namespace

const char* name_of(FeedProblem problem) {
  return std::find_if(std::begin(kProblems), std::end(kProblems),
                      [&](const auto& entry) { return entry.first == problem; })
      ->second;
}

std::string feed_key(const std::string& url) { return hash_hex(normalised_url(url)); }

std::string feed_to_json(const Feed& stored) {
  Feed feed = stored;
  // JSON is UTF-8. A validator that is not would be altered, and then never match.
  for (std::string* validator : {&feed.state.validators.etag, &feed.state.validators.last_modified}) {
    if (!is_valid_utf8(*validator)) validator->clear();
  }
  Writer writer;
  writer("url", feed.url);
  visit_settings(writer, feed.settings);
  writer("no_history", !feed.settings.history);
  visit_state(writer, feed.state);
  return writer.object.dump(-1, ' ', false, json::error_handler_t::replace);
}

Feed feed_from_json(const std::string& key, const std::string& text) {
  const json document = json::parse(text, nullptr, false);
  Feed feed;
  feed.key = key;
  try {
    const Reader reader{document};
    reader("url", feed.url);
    visit_settings(reader, feed.settings);
    bool no_history = false;
    reader("no_history", no_history);
    feed.settings.history = !no_history;
    visit_state(reader, feed.state);
  } catch (const json::exception& error) {
    throw InputError("invalid feed state in the database: " + std::string(error.what()),
                     "remove the feed with council-index feeds remove, then add it again");
  }
  if (!document.is_object() || feed.url.empty()) throw InputError("a feed in the database has no URL");
  return feed;
}

}  // namespace council_news
