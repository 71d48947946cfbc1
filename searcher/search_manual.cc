#include "searcher/search_manual.h"

#include "common/index/schema.h"
#include "searcher/options.h"
#include "searcher/output/hit_fields.h"

namespace council_news {
namespace {

ManualSection query_section() {
  return {.heading = "Query",
          .items = {{"children's trust", "both words, with inflections; articles with them side by side rank first"},
                    {"\"children's trust\"", "the exact phrase; apostrophe and dash forms and case are ignored"},
                    {"a OR b, NOT a, -a, ( )", "either, not, grouping; AND is implied between words"},
                    {"homeless*", "words with that prefix"},
                    {"a NEAR/5 b", "within five words of each other, in any order"},
                    {"council:=lisburn", "exactly the value that --facets shows, not other meanings of the name"}},
          .paragraphs = {"The shell removes quotes: write council-search '\"section 114\"', or \\\" for each quote."}};
}

ManualSection field_section() {
  ManualSection section{.heading = "Fields"};
  for (const Field& field : kFields) section.items.push_back({std::string(field.example), std::string(field.help)});
  return section;
}

ManualSection option_section() {
  ManualSection section{.heading = "Options"};
  for (const OptionText& option : search_options()) section.items.push_back({option_term(option), option.help});
  return section;
}

ManualSection format_section() {
  ManualSection section{.heading = "Formats"};
  for (const Format& format : kFormats) section.items.push_back({std::string(format.name), format.help});
  return section;
}

/// --help only lists the columns; the manual page describes them.
std::vector<ManualSection> column_sections() {
  std::string names;
  ManualSection page{.heading = "Columns", .only_in_page = true};
  for (const HitField& field : hit_fields()) {
    names += (names.empty() ? "" : ", ") + std::string(field.name);
    page.items.push_back({std::string(field.name), field.help});
  }
  page.paragraphs = {"Columns that --fields can select."};
  return {{.heading = "Columns for --fields", .paragraphs = {names}}, page};
}

const std::vector<ManualSection>& closing_sections() {
  static const std::vector<ManualSection> sections{
      {.heading = "Database", .paragraphs = {"--db DIR, else $COUNCIL_NEWS_DB, else $XDG_DATA_HOME/council-news."}},
      {.heading = "Environment",
       .items = {{"COUNCIL_NEWS_DB", "the database, unless --db is given"},
                 {"PAGER", "pager for text on a terminal, with its arguments; no pager if unset"},
                 {"LESS", "options of less; -R is added, because colours need it"},
                 {"COLUMNS", "the width of text that does not go to a terminal"},
                 {"NO_COLOR", "turns colours off if set and not empty"},
                 {"LC_ALL, LC_CTYPE, LANG", "a terminal whose locale is not UTF-8 gets ASCII"},
                 {"XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME",
                  "where the database, saved searches and what they have shown are stored"}},
       .only_in_page = true},
      {.heading = "Files",
       .items = {{"$XDG_CONFIG_HOME/council-news/saved.json", "searches saved with --save, as JSON requests"},
                 {"$XDG_STATE_HOME/council-news/given/",
                  "what --since-last and the digests have shown for each of them"},
                 {"$XDG_STATE_HOME/council-news/shown/", "the last results shown on each terminal, for --show 3"}},
       .only_in_page = true},
      {.heading = "Examples",
       .items = {{"council-search '\"section 114\"' council:croydon date:2020..",
                  "a phrase, about one council, since 2020"},
                 {"council-search --format csv --all topic:homelessness > homeless.csv",
                  "every match, for a spreadsheet"},
                 {"council-search -n 0 --facets council,year --timeline \"children's trust\"",
                  "counts by council and year, and a timeline"},
                 {"council-search --save trusts \"children's trust\"", "save a search"},
                 {"council-search --since-last trusts", "show what it has not shown before"}},
       .only_in_page = true},
      {.heading = "Exit status",
       .items = {{"0", "something matched"},
                 {"1", "nothing matched"},
                 {"2", "usage error"},
                 {"3", "the database could not be read, or the output could not be written"}}}};
  return sections;
}

}  // namespace

Manual search_manual() {
  Manual manual{"council-search",
                "search the archive of council news that council-index builds",
                {"[options] QUERY\u2026", "[options] --show ID | --similar ID | --saved NAME"},
                {query_section(), field_section(), option_section(), format_section()},
                "council-index"};
  for (const auto& more : {column_sections(), closing_sections()})
    manual.sections.insert(manual.sections.end(), more.begin(), more.end());
  return manual;
}

}  // namespace council_news
