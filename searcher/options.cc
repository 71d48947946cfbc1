#include "searcher/options.h"

#include <algorithm>
#include <charconv>

#include <fmt/core.h>

#include "common/command_line.h"
#include "common/completion.h"
#include "common/named_rows.h"
#include "common/text/utf8.h"
#include "searcher/answer/facets.h"
#include "searcher/output/hit_fields.h"

namespace council_news {
namespace {

namespace po = boost::program_options;

struct OrderRow {
  SortOrder id;
  std::string_view name;
};
constexpr std::array<OrderRow, 4> kOrders{{
    {SortOrder::relevance, "relevance"},
    {SortOrder::newest, "newest"},
    {SortOrder::oldest, "oldest"},
    {SortOrder::recent, "recent"},
}};
static_assert(rows_are_in_order(kOrders) && kOrders.back().id == SortOrder::recent,
              "kOrders needs one row for each SortOrder, in order");

struct ColorRow {
  ColorWhen id;
  std::string_view name;
};
constexpr std::array<ColorRow, 3> kColors{{
    {ColorWhen::automatic, "auto"},
    {ColorWhen::always, "always"},
    {ColorWhen::never, "never"},
}};
static_assert(rows_are_in_order(kColors) && kColors.back().id == ColorWhen::never,
              "kColors needs one row for each ColorWhen, in order");

using Choices = std::vector<std::string> (*)();

/// One option. Parsing, help, the manual page and completions are generated from these rows.
struct OptionRow {
  const char* names;  ///< `limit,n`
  const char* value;  ///< its argument; empty for a flag
  Choices choices;  ///< values a shell can offer; `@` and a name for those that only it or complete.h can list; or null
  const char* help;  ///< {choices}, {columned} and {grouped} stand for lists (help_of)
};

template <const auto& table>
std::vector<std::string> rows_of() {
  return names_in(table);
}

template <bool Format::*flag>
std::vector<std::string> formats_with() {
  std::vector<std::string> names;
  for (const Format& format : kFormats)
    if (format.*flag) names.emplace_back(format.name);
  return names;
}

std::vector<std::string> folders() { return {"@dir"}; }
std::vector<std::string> saved() { return {"@saved"}; }
std::vector<std::string> facet_names() { return names_in(facet_kinds()); }
std::vector<std::string> column_names() { return names_in(hit_fields()); }

constexpr std::array<OptionRow, 32> kOptions{{
    {"db", "DIR", folders, "database folder, tcp://HOST:PORT or ssh://HOST/FOLDER; repeat to search several as one"},
    {"limit,n", "N", nullptr, "show at most N articles (default 10)"},
    {"offset", "N", nullptr, "skip the first N results"},
    {"all", "", nullptr, "stream every match, ungrouped, in archive order (--sort orders them first)"},
    {"sort", "ORDER", rows_of<kOrders>, "{choices} (recent: relevance with a bonus for new articles)"},
    {"format", "FORMAT", rows_of<kFormats>, "output format: {choices}"},
    {"fields", "LIST", column_names, "columns for {columned}, such as title,url"},
    {"facets", "LIST", facet_names, "count all matches by {choices}"},
    {"timeline", "", nullptr, "count all matches over time"},
    {"share", "", nullptr, "show the timeline as a share of all articles in each period"},
    {"group", "", nullptr, "show each story once (default for {grouped})"},
    {"no-group", "", nullptr, "show every article of a story"},
    {"any", "", nullptr, "match articles with any of the words, best first"},
    {"plain", "", nullptr, "read the query as plain words, without operators or fields"},
    {"show", "ID", nullptr,
     "show a whole article, by id or unique id prefix; on a terminal also by its number in the last results"},
    {"changes", "ID", nullptr, "list the versions of an article: what was edited in its headline and text, and when"},
    {"similar", "ID", nullptr, "find articles like that one; a query narrows the results"},
    {"explain", "", nullptr,
     "explain how the query was read, each score, and why each article has its councils and topics"},
    {"save", "NAME", nullptr, "save this search under a name"},
    {"saved", "NAME", saved, "run a saved search"},
    {"since-last", "NAME", saved, "run a saved search, and show only articles that this has not shown before"},
    {"digest", "", nullptr, "what is new for all saved searches; each format has its own memory of what it has shown"},
    {"peek", "", nullptr, "with --since-last or --digest: show what is new, without remembering it as shown"},
    {"list-saved", "", nullptr, "list the saved searches"},
    {"forget", "NAME", saved, "delete a saved search"},
    {"batch", "", nullptr, "read one JSON request per line from stdin, write one JSON answer per line"},
    {"color", "WHEN", rows_of<kColors>, "{choices}; auto honours NO_COLOR"},
    {"no-pager", "", nullptr, "do not pipe text through $PAGER"},
    {"completions", "SHELL", completion_shells, "print shell completions for {choices}"},
    {"manual", "", nullptr, "print the manual page, for man -l -"},
    {"help,h", "", nullptr, "show this help"},
    {"version", "", nullptr, "show name and version"},
}};

po::options_description option_table() {
  po::options_description options;
  for (const OptionRow& row : kOptions) {
    if (*row.value == '\0')
      options.add_options()(row.names, row.help);
    else
      options.add_options()(row.names, po::value<std::vector<std::string>>(), row.help);
  }
  return options;
}

/// The values given on the command line.
class Values {
 public:
  explicit Values(const po::variables_map& values) : values_(values) {}

  bool has(const char* name) const { return values_.count(name) > 0; }

  std::vector<std::string> all(const char* name) const {
    return has(name) ? values_[name].as<std::vector<std::string>>() : std::vector<std::string>{};
  }

  /// The last one given, so that an alias can be overridden.
  std::string text(const char* name, const char* otherwise = "") const {
    return has(name) ? all(name).back() : otherwise;
  }

  /// A value that must not be empty if it is given.
  std::string name(const char* option) const {
    const std::string given = text(option);
    if (has(option) && trim(given).empty()) throw UsageError(fmt::format("--{} needs a value", option));
    return given;
  }

  std::size_t count(const char* name, std::size_t otherwise) const {
    if (!has(name)) return otherwise;
    const std::string given = text(name);
    std::size_t number = 0;
    const auto [end, error] = std::from_chars(given.data(), given.data() + given.size(), number);
    if (error != std::errc{} || end != given.data() + given.size())
      throw UsageError(fmt::format("--{} needs a non-negative integer, got '{}'", name, given));
    return number;
  }

  std::vector<std::string> list(const char* name) const {
    std::vector<std::string> parts;
    for (std::string_view rest : all(name)) {
      while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        if (const auto part = trim(rest.substr(0, end)); !part.empty()) parts.emplace_back(part);
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    if (has(name) && parts.empty()) throw UsageError(fmt::format("--{} needs names separated by commas", name));
    return parts;
  }

 private:
  const po::variables_map& values_;
};

Request read_search(const Values& values, const Format& format) {
  Request request;
  request.limit = values.count("limit", request.limit);
  request.offset = values.count("offset", request.offset);
  request.sort = find_order(values.text("sort", "relevance"));
  request.any = values.has("any");
  request.plain = values.has("plain");
  request.group = (format.is_grouped || values.has("group")) && !values.has("no-group");
  request.explain = values.has("explain");
  request.timeline = values.has("timeline") || values.has("share");
  request.facets = values.list("facets");
  for (const std::string& facet : request.facets) find_facet(facet);
  request.show = values.name("show");
  request.changes = values.name("changes");
  request.similar = values.name("similar");
  return request;
}

std::vector<std::string> choices_of(const OptionRow& row) {
  return row.choices == nullptr ? std::vector<std::string>{} : row.choices();
}

std::string help_of(const OptionRow& row) {
  return fmt::format(fmt::runtime(row.help), fmt::arg("choices", joined(choices_of(row), "or")),
                     fmt::arg("columned", joined(formats_with<&Format::has_columns>(), "and")),
                     fmt::arg("grouped", joined(formats_with<&Format::is_grouped>(), "and")));
}

/// Options that replace a search, each with the options it accepts in addition to kAlways.
struct Mode {
  const char* option;
  std::string_view with;
};
constexpr std::array<Mode, 6> kModes{{
    {"batch", ""},
    {"changes", "format"},
    {"digest", "format fields peek no-group"},
    {"forget", ""},
    {"list-saved", ""},
    {"show", "format fields explain group no-group"},
}};
constexpr std::string_view kAlways = "db color no-pager help version";

bool names(std::string_view list, std::string_view name) {
  for (std::size_t at = 0; (at = list.find(name, at)) != std::string_view::npos; at += name.size()) {
    const std::size_t end = at + name.size();
    if ((at == 0 || list[at - 1] == ' ') && (end == list.size() || list[end] == ' ')) return true;
  }
  return false;
}

/// Rejects options that a mode would ignore.
void check_modes(const po::variables_map& values) {
  for (const Mode& mode : kModes) {
    if (values.count(mode.option) == 0) continue;
    for (const auto& [option, value] : values) {
      if (option == mode.option || names(mode.with, option) || names(kAlways, option)) continue;
      const std::string what = option == "operands" ? "a query" : "--" + option;
      throw UsageError(fmt::format("{} cannot be combined with --{}", what, mode.option),
                       option == "operands" || values.count("batch") == 0 ? "" : "set it in each request");
    }
  }
}

/// Rejects combinations that have no meaning.
void check(const Options& options, const Values& values) {
  const auto refuse = [](const std::string& message, const std::string& hint = {}) { throw UsageError(message, hint); };
  if (!options.fields.empty() && !options.format->has_columns)
    refuse(fmt::format("--fields applies to {}, not to {}", joined(formats_with<&Format::has_columns>(), "and"),
                       options.format->name));
  if (values.has("changes") && !options.format->has_changes)
    refuse(fmt::format("--changes applies to {}, not to {}", joined(formats_with<&Format::has_changes>(), "and"),
                       options.format->name));
  if (values.has("group") && values.has("no-group")) refuse("--group and --no-group cannot be combined");
  const bool counts = !options.request.facets.empty() || options.request.timeline;
  if (counts && !options.request.similar.empty()) refuse("--facets and --timeline cannot be combined with --similar");
  if (options.all && options.limited)
    refuse("--limit and --offset cannot be combined with --all, which shows every match");
  if (options.all && values.has("group"))
    refuse("--group cannot be combined with --all, which shows every article of a story",
           "-n NUMBER --group shows that many stories");
  if (options.all && !options.request.similar.empty()) refuse("--all cannot be combined with --similar");
  const bool by_name = !options.saved.empty() || !options.since_last.empty() || options.digest;
  if (!options.since_last.empty() && values.has("group"))
    refuse("--group cannot be combined with --since-last, which shows every new article of a story");
  if (by_name && !options.request.query.empty())
    refuse("a saved search has its own query", "--save NAME QUERY… saves another one");
  if (by_name && !options.save.empty()) refuse("--save needs a query and cannot be combined with a saved search");
  if (options.peek && options.since_last.empty() && !options.digest)
    refuse("--peek needs --since-last or --digest", "other searches remember nothing");
}

}  // namespace

SortOrder find_order(const std::string& name) { return row_named(name, "sort order", kOrders).id; }

std::string order_name(SortOrder order) { return std::string(kOrders[static_cast<std::size_t>(order)].name); }

Options parse_options(const std::vector<std::string>& arguments) {
  const po::options_description table = option_table();
  const po::variables_map parsed = read_command_line(arguments, table, UnknownOptions::as_operands);
  const Values values(parsed);
  check_modes(parsed);
  Options options;
  options.manual = values.has("manual");
  options.help = values.has("help");
  options.version = values.has("version");
  options.format = &row_named(values.text("format", "text"), "format", kFormats);
  options.color = row_named(values.text("color", "auto"), "--color value", kColors).id;
  options.databases = values.all("db");
  options.fields = values.list("fields");
  find_hit_fields(options.fields);
  options.share = values.has("share");
  options.all = values.has("all");
  options.limited = values.has("limit") || values.has("offset");
  options.sorted = values.has("sort");
  options.pager = !values.has("no-pager");
  options.batch = values.has("batch");
  options.digest = values.has("digest");
  options.peek = values.has("peek");
  options.list_saved = values.has("list-saved");
  options.save = values.name("save");
  options.saved = values.name("saved");
  options.since_last = values.name("since-last");
  options.forget = values.name("forget");
  options.completions = values.name("completions");
  options.request = read_search(values, *options.format);
  for (const std::string& word : operands(parsed))
    options.request.query += (options.request.query.empty() ? "" : " ") + word;
  check(options, values);
  return options;
}

std::vector<OptionText> search_options() {
  std::vector<OptionText> texts;
  for (const OptionRow& row : kOptions) {
    const std::string names = row.names;
    const std::size_t comma = std::min(names.find(','), names.size());
    const std::string brief = comma == names.size() ? "" : names.substr(comma + 1);
    texts.push_back({.name = names.substr(0, comma),
                     .brief = brief,
                     .value = row.value,
                     .choices = choices_of(row),
                     .help = help_of(row)});
  }
  return texts;
}

}  // namespace council_news
