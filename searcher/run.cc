#include "searcher/run.h"

#include <algorithm>
#include <iostream>

#include <fmt/core.h>

#include "common/index/database.h"
#include "common/text/terminal.h"
#include "searcher/alerts.h"
#include "searcher/batch.h"
#include "searcher/delivery.h"
#include "searcher/output/output_stream.h"
#include "searcher/saved/last_result.h"
#include "searcher/saved/saved_searches.h"
#include "searcher/search.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;

/// One search to run.
struct Search {
  Request request;
  bool all = false;
  bool sorted = false;  ///< with `all`: in the request's order
};

/// Runs one search into a sink. The returned answer has hits only if they were not streamed.
Answer write_search(Searcher& searcher, const Search& search, Sink& sink) {
  Answer kept;
  if (search.all) {
    searcher.search_all(
        search.request, search.sorted ? StreamOrder::as_requested : StreamOrder::as_entered,
        [&](Answer answer) {
          kept = std::move(answer);
          sink.begin(kept);
        },
        [&](Hit hit) { sink.hit(kept, std::move(hit)); });
  } else {
    kept = searcher.search(search.request);
    sink.begin(kept);
    for (Hit& hit : kept.hits) sink.hit(kept, std::move(hit));
  }
  sink.writer.end_answer(kept);
  return kept;
}

/// Each database once: given twice, its articles must not count twice.
std::vector<fs::path> databases_of(const Options& options) {
  std::vector<fs::path> databases;
  for (const std::string& given : options.databases) {
    const fs::path path = database_path(given);
    const auto same = [&](const fs::path& other) {
      std::error_code no_folder;
      return other == path || fs::equivalent(other, path, no_folder);
    };
    if (std::none_of(databases.begin(), databases.end(), same)) databases.push_back(path);
  }
  if (databases.empty()) databases.push_back(database_path(""));
  return databases;
}

/// The id that `text` stands for: an id, or the number of a result shown on this terminal. A number is looked up in the
/// databases it was shown from, which replace `databases`; throws UsageError if --db named others.
std::string id_of(const char* option, const std::string& text, const Options& options,
                  std::vector<fs::path>& databases) {
  const auto shown = remembered(text);
  if (!shown) return text;
  if (!options.databases.empty() && absolute(databases) != shown->databases) {
    std::string others;
    for (const fs::path& database : shown->databases) others += fmt::format(" --db {}", database.string());
    throw UsageError(fmt::format("result {} is from another database", text),
                     fmt::format("council-search{} {} {}", others, option, text));
  }
  databases = shown->databases;
  return shown->id;
}

/// The search that the options ask for. A result number replaces `databases`.
Search search_of(const Options& options, std::vector<fs::path>& databases) {
  Search search{.request = options.request};
  if (!options.saved.empty()) search.request = saved_with_options(options.saved, options);
  Request& request = search.request;
  request.show = id_of("--show", request.show, options, databases);
  request.changes = id_of("--changes", request.changes, options, databases);
  request.similar = id_of("--similar", request.similar, options, databases);
  const bool by_id = !request.show.empty() || !request.changes.empty() || !request.similar.empty();
  if (request.query.empty() && !by_id)
    throw UsageError("no query given", "council-search WORD… or FIELD:VALUE; --help lists the fields");
  search.all = options.all;
  search.sorted = options.sorted;
  return search;
}

/// Runs one search. It is saved, and its results remembered, only after the output is complete.
ExitStatus run_one(const Options& options, std::vector<fs::path> databases) {
  const Search search = search_of(options, databases);
  Searcher searcher(databases, day_of(now()));
  Answer answer;
  const std::vector<Shown> shown =
      deliver(options, "", [&](Sink& sink) { answer = write_search(searcher, search, sink); });
  if (answer.total == 0 && options.format->for_terminal) std::cerr << "nothing found\n";
  if (options.all && answer.total > 0)
    std::cerr << fmt::format("{} {}\n", answer.total, answer.total == 1 ? "article" : "articles");
  if (!options.save.empty() && save_search(options.save, options.request))
    std::cerr << fmt::format("note: replaced the earlier search {}; what that has given is not given again\n",
                             options.save);
  if (!answer.whole && !answer.history) remember_shown(shown, databases);
  return answer.total > 0 ? ExitStatus::ok : ExitStatus::nothing;
}

ExitStatus run_on_databases(const Options& options) {
  const std::vector<fs::path> databases = databases_of(options);
  if (options.batch) {
    Searcher searcher(databases, day_of(now()));
    OutputStream out(STDOUT_FILENO);
    run_batch(
        searcher, [] { return day_of(now()); }, std::cin, out);
    return ExitStatus::ok;
  }
  if (options.digest) return run_digest(options, databases);
  return options.since_last.empty() ? run_one(options, databases) : run_since_last(options, databases);
}

}  // namespace

ExitStatus run_search(const Options& options) {
  if (!options.forget.empty()) {
    forget_search(options.forget);
    return ExitStatus::ok;
  }
  if (options.list_saved) {
    OutputStream out(STDOUT_FILENO);
    for (const std::string& name : saved_names()) out << for_terminal(name) << '\n';
    out.flush();
    return ExitStatus::ok;
  }
  return run_on_databases(options);
}

}  // namespace council_news
