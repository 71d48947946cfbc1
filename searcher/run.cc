#include "searcher/run.h"

#include <algorithm>
#include <iostream>
#include <optional>

#include <fmt/core.h>
#include <unistd.h>

#include "common/index/database.h"
#include "common/index/remote.h"
#include "common/text/terminal.h"
#include "searcher/batch.h"
#include "searcher/output/about.h"
#include "searcher/output/output_stream.h"
#include "searcher/output/pager.h"
#include "searcher/output/paragraph.h"
#include "searcher/output/terminal_traits.h"
#include "searcher/saved/last_result.h"
#include "searcher/saved/saved_searches.h"
#include "searcher/search.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kEverything = UINT32_MAX;
constexpr std::size_t kDefaultWidth = 80;

bool wants_color(const Options& options) {
  switch (options.color) {
    case ColorWhen::always:
      return true;
    case ColorWhen::never:
      return false;
    case ColorWhen::automatic:
      break;
  }
  return is_terminal(STDOUT_FILENO) && shows_color();
}

Style style_of(const Options& options) {
  Style style;
  const bool for_terminal = options.format->for_terminal;
  style.color = for_terminal && wants_color(options);
  const Hyperlinks hyperlinks = hyperlinks_of_terminal();
  style.links = style.color && is_terminal(STDOUT_FILENO) && hyperlinks != Hyperlinks::none;
  style.follows_links = style.links && hyperlinks == Hyperlinks::followed;
  // Files and pipes get UTF-8 whatever the locale: they are read elsewhere.
  style.ascii = for_terminal && is_terminal(STDOUT_FILENO) && !shows_utf8();
  style.explain = options.request.explain;
  style.share = options.share;
  style.width = terminal_width(STDOUT_FILENO, kDefaultWidth);
  style.fields = options.fields;
  style.now = now();
  return style;
}

/// Standard output, or a pager. Notes go to the pager too, because it hides what is written to the terminal.
class Output {
 public:
  Output(const Options& options, const Style& style) {
    const std::string command = pager_command();
    if (options.pager && !command.empty() && options.format->for_terminal && is_terminal(STDOUT_FILENO))
      pager_.emplace(command);
    stream_.emplace(pager_ ? pager_->descriptor() : STDOUT_FILENO, style.ascii);
  }
  std::ostream& stream() { return *stream_; }
  std::ostream& notes() { return pager_ ? *stream_ : std::cerr; }

 private:
  std::optional<Pager> pager_;
  std::optional<OutputStream> stream_;
};

/// One search to run. `name` is that of the saved search whose mark it continues from.
struct Search {
  std::string name = {};
  Request request;
  bool all = false;
  bool sorted = false;  ///< with `all`: in the request's order
};

/// Writes one line to a script, wrapped lines to a terminal.
void write_note(const std::string& label, const std::string& text, std::ostream& out) {
  if (!is_terminal(STDERR_FILENO)) {
    out << label << for_terminal(text) << '\n';
    return;
  }
  const Style plain;
  Paragraph paragraph(terminal_width(STDERR_FILENO, kDefaultWidth), label.size(), plain);
  paragraph.begin_with(label);
  paragraph.add(text, Look::plain);
  paragraph.write(out);
}

void write_notes(const Answer& answer, const Format& format, std::ostream& out) {
  for (const std::string& warning : answer.warnings) write_note("note: ", warning, out);
  if (answer.relaxed && !format.for_terminal) write_note("note: ", "no article has all of these words", out);
  if (!answer.suggestion.empty()) write_note("did you mean: ", answer.suggestion, out);
}

/// Where answers go, and which results have been shown.
struct Sink {
  Writer& writer;
  const Format& format;
  std::ostream& notes;
  bool skip_empty = false;
  std::vector<Shown> shown = {};
};

/// Runs one search into a sink; ranks continue from the results already shown. The returned answer has hits only if
/// they were not streamed.
Answer write_search(Searcher& searcher, const Search& search, Sink& sink) {
  Writer& writer = sink.writer;
  std::vector<Shown>& shown = sink.shown;
  const std::size_t before = shown.empty() ? 0 : shown.back().rank;
  const auto begin = [&](const Answer& answer) {
    write_notes(answer, sink.format, sink.notes);
    if (answer.total > 0 || !sink.skip_empty) writer.begin_answer(answer);
  };
  Answer kept;
  const auto each = [&](Hit hit) {
    hit.rank += before;
    if (shown.size() < kMaxRemembered) shown.push_back({hit.rank, hit.article.id});
    writer.hit(kept, hit);
  };
  if (search.all) {
    searcher.search_all(
        search.request, search.sorted ? StreamOrder::as_requested : StreamOrder::as_entered,
        [&](Answer answer) {
          answer.name = search.name;
          kept = std::move(answer);
          begin(kept);
        },
        each);
  } else {
    kept = searcher.search(search.request);
    kept.name = search.name;
    begin(kept);
    for (Hit& hit : kept.hits) each(std::move(hit));
  }
  if (kept.total > 0 || !sink.skip_empty) writer.end_answer(kept);
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

/// Absolute paths, so that a later command may run in another folder.
std::vector<fs::path> absolute(std::vector<fs::path> databases) {
  for (fs::path& database : databases)
    if (!is_remote(database.string())) database = fs::absolute(database).lexically_normal();
  return databases;
}

/// A saved search with the overrides of the command line.
Search saved_with_options(const std::string& name, const Options& options) {
  Search search{.name = name, .request = saved_search(name)};
  const Request& given = options.request;
  if (options.limited || !options.since_last.empty()) search.request.limit = given.limit;
  if (options.limited) search.request.offset = given.offset;
  if (options.sorted) search.request.sort = given.sort;
  if (!given.facets.empty()) search.request.facets = given.facets;
  search.request.timeline = search.request.timeline || given.timeline;
  search.request.explain = search.request.explain || given.explain;
  search.request.group = given.group;
  return search;
}

/// New articles are found by document number, with a posting source, which Xapian does not support remotely.
void refuse_remote(const std::vector<fs::path>& databases) {
  for (const fs::path& database : databases) {
    if (!is_remote(database.string())) continue;
    throw UsageError(fmt::format("{} is remote: what is new in it cannot be determined from here", database.string()),
                     "run council-search there, or search for seen:7d..");
  }
}

/// Restricts a saved search to what is new since its mark: all of it, and no partial matches.
void continue_from_mark(Search& search, const Options& options, const std::vector<fs::path>& databases) {
  search.request.since = read_marks(search.name, databases);
  search.request.relax = false;
  if (options.limited) return;
  search.all = search.request.similar.empty();
  search.sorted = options.sorted || search.request.sort != SortOrder::relevance;
  search.request.limit = kEverything;
}

void remember_shown(const std::vector<Shown>& shown, const std::vector<fs::path>& databases) {
  if (is_terminal(STDOUT_FILENO)) remember_result(shown, absolute(databases));
}

ExitStatus run_digest(const Options& options, const std::vector<fs::path>& databases) {
  Searcher searcher(databases, day_of(now()));
  Style style = style_of(options);
  style.title = "Council news, " + long_date(style.now);
  std::vector<NewMarks> marks;
  std::vector<Shown> shown;
  std::size_t found = 0;
  bool failed = false;
  {
    Output output(options, style);
    const std::unique_ptr<Writer> writer = options.format->make(style, output.stream());
    Sink sink{.writer = *writer, .format = *options.format, .notes = output.notes(), .skip_empty = true};
    writer->begin();
    for (const std::string& name : saved_names()) {
      try {
        Search search{.name = name, .request = saved_search(name)};
        search.request.group = options.request.group;
        continue_from_mark(search, options, databases);
        found += write_search(searcher, search, sink).total;
        marks.push_back({name, searcher.marks()});
      } catch (const UsageError& error) {
        std::cerr << "council-search: " << for_terminal(name) << ": " << for_terminal(error.what()) << '\n';
        failed = true;
      }
    }
    writer->end();
    output.stream().flush();
    shown = std::move(sink.shown);
  }
  write_marks(marks, databases);
  remember_shown(shown, databases);
  if (found == 0 && is_terminal(STDOUT_FILENO)) std::cerr << "nothing new\n";
  if (failed) return ExitStatus::usage;
  return found > 0 ? ExitStatus::ok : ExitStatus::nothing;
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
  if (!options.since_last.empty()) {
    Search search = saved_with_options(options.since_last, options);
    continue_from_mark(search, options, databases);
    return search;
  }
  Search search{.request = options.request};
  if (!options.saved.empty()) {
    search = saved_with_options(options.saved, options);
    search.name.clear();
  }
  Request& request = search.request;
  request.show = id_of("--show", request.show, options, databases);
  request.similar = id_of("--similar", request.similar, options, databases);
  const bool by_id = !request.show.empty() || !request.similar.empty();
  if (request.query.empty() && !by_id)
    throw UsageError("no query given", "council-search WORD… or FIELD:VALUE; --help lists the fields");
  search.all = options.all;
  search.sorted = options.sorted;
  return search;
}

/// Runs one search. Marks and shown results are stored only after the output is complete.
ExitStatus run_one(const Options& options, std::vector<fs::path> databases) {
  Search search = search_of(options, databases);
  Searcher searcher(databases, day_of(now()));
  const Style style = style_of(options);
  const std::string name = std::exchange(search.name, "");
  std::vector<Shown> shown;
  Answer answer;
  {
    Output output(options, style);
    const std::unique_ptr<Writer> writer = options.format->make(style, output.stream());
    Sink sink{.writer = *writer, .format = *options.format, .notes = output.notes()};
    writer->begin();
    answer = write_search(searcher, search, sink);
    writer->end();
    output.stream().flush();
    shown = std::move(sink.shown);
  }
  if (answer.total == 0 && options.format->for_terminal)
    std::cerr << (name.empty() ? "nothing found\n" : "nothing new\n");
  if (options.all && answer.total > 0)
    std::cerr << fmt::format("{} {}\n", answer.total, answer.total == 1 ? "article" : "articles");
  if (!options.save.empty() && save_search(options.save, options.request))
    std::cerr << fmt::format("note: replaced the earlier search {}\n", options.save);
  if (!name.empty()) {
    const bool whole = search.all || answer.hits.size() == answer.total || search.request.limit == kEverything;
    if (whole)
      write_marks({{name, searcher.marks()}}, databases);
    else
      std::cerr << "note: not all new articles were shown; the next run shows them again\n";
  }
  if (!answer.whole) remember_shown(shown, databases);
  return answer.total > 0 ? ExitStatus::ok : ExitStatus::nothing;
}

ExitStatus run_on_databases(const Options& options) {
  const std::vector<fs::path> databases = databases_of(options);
  if (options.digest || !options.since_last.empty()) refuse_remote(databases);
  if (options.batch) {
    Searcher searcher(databases, day_of(now()));
    OutputStream out(STDOUT_FILENO);
    run_batch(
        searcher, [] { return day_of(now()); }, std::cin, out);
    return ExitStatus::ok;
  }
  return options.digest ? run_digest(options, databases) : run_one(options, databases);
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
