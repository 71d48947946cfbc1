#include "searcher/manual.h"

#include "common/index/schema.h"
#include "searcher/options.h"
#include "searcher/output/hit_fields.h"

namespace council_news {
namespace {

ManualSection query_section() {
  return {"Query",
          {{"children's trust", "both words, inflections too; articles with them side by side come first"},
           {"\"children's trust\"", "the exact phrase, in any apostrophe, dash or capital form"},
           {"a OR b, NOT a, -a, ( )", "either, not, grouping; AND is understood between words"},
           {"homeless*", "words that begin so"},
           {"a NEAR/5 b", "within five words of each other"},
           {"council:=lisburn", "a field's value exactly as --facets shows it, and nothing else it may name"}},
          {"The shell takes quotes away: write council-search '\"section 114\"', or \\\" for each."},
          false};
}

ManualSection field_section() {
  ManualSection section{"Fields", {}, {}, false};
  for (const Field& field : kFields) section.items.push_back({std::string(field.example), std::string(field.help)});
  return section;
}

ManualSection option_section() {
  ManualSection section{"Options", {}, {}, false};
  for (const OptionText& option : search_options()) section.items.push_back({option_term(option), option.help});
  return section;
}

ManualSection format_section() {
  ManualSection section{"Formats", {}, {}, false};
  for (const Format& format : kFormats) section.items.push_back({std::string(format.name), format.help});
  return section;
}

/// Help names the columns; the page says what is in them.
std::vector<ManualSection> column_sections() {
  std::string names;
  ManualSection page{"Columns", {}, {}, true};
  for (const HitField& field : hit_fields()) {
    names += (names.empty() ? "" : ", ") + std::string(field.name);
    page.items.push_back({std::string(field.name), field.help});
  }
  page.paragraphs = {"What --fields chooses from."};
  return {{"Columns for --fields", {}, {names}, false}, page};
}

const std::vector<ManualSection>& closing_sections() {
  static const std::vector<ManualSection> sections{
      {"Database", {}, {"--db DIR, else $COUNCIL_NEWS_DB, else $XDG_DATA_HOME/council-news."}, false},
      {"Environment",
       {{"COUNCIL_NEWS_DB", "the database, when --db does not name one"},
        {"PAGER", "what shows text by the screen on a terminal, with its arguments; none when it is not set"},
        {"LESS", "options of less, as ever; R, which colours want, is added"},
        {"COLUMNS", "the width of text where it does not go to a terminal"},
        {"NO_COLOR", "no colours, whatever it is set to"},
        {"LC_ALL, LC_CTYPE, LANG", "a terminal that is not of UTF-8 is shown ASCII"},
        {"XDG_DATA_HOME, XDG_CONFIG_HOME, XDG_STATE_HOME", "where the database, searches and marks are kept"}},
       {},
       true},
      {"Files",
       {{"$XDG_CONFIG_HOME/council-news/saved.json", "searches kept by --save, as JSON requests"},
        {"$XDG_STATE_HOME/council-news/marks.json", "how far --since-last has come with each of them"},
        {"$XDG_STATE_HOME/council-news/shown/", "what each terminal was last shown, for --show 3"}},
       {},
       true},
      {"Examples",
       {{"council-search '\"section 114\"' council:croydon date:2020..", "a phrase, about one council, since 2020"},
        {"council-search --format csv --all topic:homelessness > homeless.csv", "every match, for a spreadsheet"},
        {"council-search -n 0 --facets council,year --timeline \"children's trust\"", "who and when, counted"},
        {"council-search --save trusts \"children's trust\"", "keep a search"},
        {"council-search --since-last trusts", "what is new of it"}},
       {},
       true},
      {"Exit status",
       {{"0", "something matched"},
        {"1", "nothing did"},
        {"2", "wrong usage"},
        {"3", "the database could not be read, or the output not be written"}},
       {},
       false}};
  return sections;
}

}  // namespace

Manual search_manual() {
  Manual manual{"council-search",
                "ask the archive of council news that council-index keeps",
                {"[options] QUERY\u2026", "[options] --show ID | --similar ID | --saved NAME"},
                {query_section(), field_section(), option_section(), format_section()},
                "council-index"};
  for (const auto& more : {column_sections(), closing_sections()})
    manual.sections.insert(manual.sections.end(), more.begin(), more.end());
  return manual;
}

}  // namespace council_news
