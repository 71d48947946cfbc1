#include "indexer/commands/manual.h"

#include <algorithm>

#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"
#include "indexer/commands/command.h"

namespace council_news {
namespace {

std::string command_term(const Command& command) {
  return std::string(command.name) + (*command.operands == '\0' ? "" : " ") + command.operands;
}

/// Those of its own; what every command has is told once.
ManualSection options_section(const Command& command) {
  ManualSection section{"Options of " + std::string(command.name), {}, {}, true};
  for (const OptionText& option : option_texts(command.options()))
    if (option.name != "help" && option.name != "db") section.items.push_back({option_term(option), option.help});
  return section;
}

const std::vector<ManualSection>& closing_sections() {
  static const std::vector<ManualSection> sections{
      {"Database", {}, {"--db DIR, else $COUNCIL_NEWS_DB, else $XDG_DATA_HOME/council-news."}, false},
      {"Environment",
       {{"COUNCIL_NEWS_DB", "the database, when --db does not name one"},
        {"COUNCIL_NEWS_CONTACT", "whom the asked may turn to: a mail or web address"},
        {"https_proxy, http_proxy, all_proxy", "the proxy to ask through, as curl knows it"},
        {"no_proxy", "hosts that are asked without: names, addresses, ranges, or * for all"}},
       {},
       true},
      {"Examples",
       {{"council-index add news/", "all files below a folder"},
        {"council-index feeds add --council leeds https://news.leeds.example/feed", "subscribe to a feed"},
        {"council-index update", "the nightly run"},
        {"council-index export > backup.jsonl", "a backup, which add reads back"}},
       {},
       true},
      {"Exit status",
       {{"0", "all well"},
        {"1", "some sources failed and the rest is in"},
        {"2", "wrong usage"},
        {"3", "database trouble"},
        {"4", "another indexer holds the database"}},
       {},
       false}};
  return sections;
}

/// Values that are too many for a table of options.
std::vector<std::string> choices_of(const OptionText& option) {
  std::vector<std::string> slugs;
  if (option.value == "COUNCIL")
    for (const Council& council : gazetteer().councils()) slugs.emplace_back(council.slug);
  if (option.value == "TOPIC")
    for (const Topic& topic : topics()) slugs.emplace_back(topic.slug);
  return slugs.empty() ? option.choices : slugs;
}

}  // namespace

Manual index_manual() {
  Manual manual{"council-index",
                "keep an archive of council news, searched by council-search",
                {"COMMAND [options] [operands]"},
                {},
                "council-search"};
  ManualSection commands{"Commands", {}, {"council-index COMMAND --help lists the options of a command."}, false};
  for (const Command& command : kCommands) commands.items.push_back({command_term(command), command.help});
  manual.sections.push_back(std::move(commands));
  manual.sections.push_back({"Commands of feeds", feeds_commands(), {}, true});
  for (const Command& command : kCommands)
    if (ManualSection section = options_section(command); !section.items.empty())
      manual.sections.push_back(std::move(section));
  for (const ManualSection& section : closing_sections()) manual.sections.push_back(section);
  return manual;
}

Completion complete_index(const std::vector<std::string>& words) {
  Completion completion;
  if (words.size() < 2) {
    for (const Command& command : kCommands)
      offer(words.empty() ? "" : words.back(), command.name, command.help, completion);
    return completion;
  }
  const auto command = std::find_if(kCommands.begin(), kCommands.end(),
                                    [&](const Command& known) { return words.front() == known.name; });
  if (command == kCommands.end()) return completion;
  std::vector<OptionText> options = option_texts(command->options());
  for (OptionText& option : options) option.choices = choices_of(option);
  if (auto found = complete_option(options, words)) return *found;
  if (words.front() == "feeds" && words.size() == 2) {
    for (const ManualItem& item : feeds_commands())
      offer(words.back(), item.term.substr(0, item.term.find(' ')), item.text, completion);
    return completion;
  }
  completion.paths = Paths::files;
  return completion;
}

}  // namespace council_news
