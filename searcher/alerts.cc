#include "searcher/alerts.h"

#include <cstdint>
#include <iostream>
#include <unordered_map>

#include <fmt/core.h>
#include <unistd.h>

#include "common/text/terminal.h"
#include "searcher/delivery.h"
#include "searcher/output/about.h"
#include "searcher/saved/given_file.h"
#include "searcher/saved/saved_searches.h"
#include "searcher/search.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;
using Keys = std::vector<std::uint64_t>;

constexpr std::string_view kSinceLast = "since-last";
constexpr std::size_t kEverything = UINT32_MAX;

/// All that is new, in archive order unless an order is asked for.
StreamOrder ask_for_all(Request& request, bool sorted) {
  request.limit = kEverything;
  request.offset = 0;
  const bool in_order = sorted || request.sort != SortOrder::relevance || !request.similar.empty();
  return in_order ? StreamOrder::as_requested : StreamOrder::as_entered;
}

/// A saved search in a digest.
struct Part {
  std::string name;
  Request request;
  NewAnswer found;
  Keys given = {};  ///< what to remember
};

/// For each article found, by key, the indices of the parts that found it.
using Finders = std::unordered_map<std::uint64_t, std::vector<std::size_t>>;

Finders finders_of(const std::vector<Part>& parts) {
  Finders finders;
  for (std::size_t i = 0; i < parts.size(); ++i)
    for (const NewMatch& match : parts[i].found.matches) finders[match.key].push_back(i);
  return finders;
}

/// Finds what is new for each saved search. Sets `failed` if one cannot be run.
std::vector<Part> find_parts(Searcher& searcher, const std::string& reader, bool& failed) {
  std::vector<Part> parts;
  for (const std::string& name : saved_names()) {
    try {
      Part part{.name = name, .request = saved_search(name), .found = {}};
      const StreamOrder order = ask_for_all(part.request, false);
      part.found = searcher.find_new(part.request, order, read_given(name, reader));
      part.found.answer.name = name;
      part.given = std::move(part.found.recognised);
      parts.push_back(std::move(part));
    } catch (const UsageError& error) {
      std::cerr << "council-search: " << for_terminal(name) << ": " << for_terminal(error.what()) << '\n';
      failed = true;
    }
  }
  return parts;
}

/// Writes the articles that this part is the first to find.
void write_part(Searcher& searcher, std::size_t index, std::vector<Part>& parts, const Finders& finders, Sink& sink) {
  Part& part = parts[index];
  std::vector<NewMatch> own = part.found.matches;
  std::erase_if(own, [&](const NewMatch& match) { return finders.at(match.key).front() != index; });
  if (own.empty()) return sink.note(part.found.answer);
  part.found.answer.total = own.size();
  sink.begin(part.found.answer);
  searcher.read_new(part.request, own, [&](const NewMatch& match, Hit hit, const Keys& keys) {
    for (const std::size_t finder : finders.at(match.key)) {
      hit.searches.push_back(parts[finder].name);
      parts[finder].given.insert(parts[finder].given.end(), keys.begin(), keys.end());
    }
    sink.hit(part.found.answer, std::move(hit));
  });
  sink.writer.end_answer(part.found.answer);
}

}  // namespace

Request saved_with_options(const std::string& name, const Options& options) {
  Request request = saved_search(name);
  const Request& given = options.request;
  if (options.limited) request.limit = given.limit;
  if (options.limited) request.offset = given.offset;
  if (options.sorted) request.sort = given.sort;
  if (!given.facets.empty()) request.facets = given.facets;
  request.timeline = request.timeline || given.timeline;
  request.explain = request.explain || given.explain;
  request.group = given.group;
  return request;
}

ExitStatus run_since_last(const Options& options, const std::vector<fs::path>& databases) {
  const std::string& name = options.since_last;
  Request request = saved_with_options(name, options);
  const StreamOrder order = options.limited ? StreamOrder::as_requested : ask_for_all(request, options.sorted);
  Searcher searcher(databases, day_of(now()));
  const NewAnswer found = searcher.find_new(request, order, read_given(name, kSinceLast));
  const std::size_t total = found.answer.total;
  Keys given = found.recognised;
  std::size_t count = 0;
  const auto write = [&](Sink& sink) {
    sink.begin(found.answer);
    searcher.read_new(request, found.matches, [&](const NewMatch&, Hit hit, const Keys& keys) {
      given.insert(given.end(), keys.begin(), keys.end());
      hit.rank += request.offset;
      ++count;
      sink.hit(found.answer, std::move(hit));
    });
    sink.writer.end_answer(found.answer);
  };
  const std::vector<Shown> shown = deliver(options, "", write);
  if (!options.peek) add_given(name, kSinceLast, given);
  if (total == 0 && options.format->for_terminal) std::cerr << "nothing new\n";
  if (options.all && total > 0) std::cerr << fmt::format("{} {}\n", total, total == 1 ? "article" : "articles");
  if (!options.peek && count < total)
    std::cerr << fmt::format("note: {} more {} new; the next run shows them\n", total - count,
                             total - count == 1 ? "is" : "are");
  remember_shown(shown, databases);
  return total > 0 ? ExitStatus::ok : ExitStatus::nothing;
}

ExitStatus run_digest(const Options& options, const std::vector<fs::path>& databases) {
  const std::string reader = fmt::format("digest-{}", options.format->name);
  Searcher searcher(databases, day_of(now()));
  bool failed = false;
  std::vector<Part> parts = find_parts(searcher, reader, failed);
  const Finders finders = finders_of(parts);
  const std::string title = "Council news, " + long_date(now());
  const std::vector<Shown> shown = deliver(options, title, [&](Sink& sink) {
    for (std::size_t i = 0; i < parts.size(); ++i) write_part(searcher, i, parts, finders, sink);
  });
  if (!options.peek)
    for (const Part& part : parts) add_given(part.name, reader, part.given);
  remember_shown(shown, databases);
  if (finders.empty() && is_terminal(STDOUT_FILENO)) std::cerr << "nothing new\n";
  if (failed) return ExitStatus::usage;
  return finders.empty() ? ExitStatus::nothing : ExitStatus::ok;
}

}  // namespace council_news
