#include "indexer/commands/index_manual.h"

#include <algorithm>

#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"
#include "indexer/commands/command.h"

namespace council_news {
namespace {

std::string command_term(const Command& command) {
  return std::string(command.name) + (*command.operands == '\0' ? "" : " ") + command.operands;
}

/// The options of one command, except those that all commands share.
ManualSection options_section(const Command& command) {
  ManualSection section{
      .heading = "Options of " + std::string(command.name), .items = {}, .paragraphs = {}, .only_in_page = true};
  for (const OptionText& option : option_texts(command.options()))
    if (option.name != "help" && option.name != "db") section.items.push_back({option_term(option), option.help});
  return section;
}

const std::vector<ManualSection>& closing_sections() {
  static const std::vector<ManualSection> sections{
      {.heading = "Database",
       .items = {},
       .paragraphs = {"--db DIR, else $COUNCIL_NEWS_DB, else $XDG_DATA_HOME/council-news."},
       .only_in_page = false},
      {.heading = "Environment",
       .items = {{"COUNCIL_NEWS_DB", "the database, unless --db is given"},
                 {"COUNCIL_NEWS_CONTACT", "email or web address to send to servers in the User-Agent header"},
                 {"https_proxy, http_proxy, all_proxy", "the proxy to use, as for curl"},
                 {"no_proxy", "hosts to contact without a proxy: names, addresses, ranges, or * for all"}},
       .paragraphs = {},
       .only_in_page = true},
      {.heading = "Examples",
       .items = {{"council-index add news/", "index all files below a folder"},
                 {"council-index feeds add --council leeds https://news.leeds.example/feed", "subscribe to a feed"},
                 {"council-index update", "fetch new articles, for example every night"},
                 {"council-index export > backup.jsonl", "write a backup that add can read back"}},
       .paragraphs = {},
       .only_in_page = true},
      {.heading = "Exit status",
       .items = {{"0", "success"},
                 {"1", "some sources failed; the rest was indexed"},
                 {"2", "usage error"},
                 {"3", "the database could not be read or written, or the output could not be written"},
                 {"4", "another indexer holds the database"},
                 {"130, 143, 129",
                  "interrupted by SIGINT, SIGTERM or SIGHUP: what was read so far is stored; run the same "
                  "command again to go on. compact and reindex change nothing then"}},
       .paragraphs = {},
       .only_in_page = false}};
  return sections;
}

/// The possible values of an option: those of its help, or the slugs of all councils or topics.
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
  Manual manual{.name = "council-index",
                .summary = "build and maintain an archive of council news for council-search",
                .usage = {"COMMAND [options] [operands]"},
                .sections = {},
                .see_also = "council-search"};
  ManualSection commands{.heading = "Commands",
                         .items = {},
                         .paragraphs = {"council-index COMMAND --help lists the options of a command."},
                         .only_in_page = false};
  for (const Command& command : kCommands) commands.items.push_back({command_term(command), command.help});
  manual.sections.push_back(std::move(commands));
  manual.sections.push_back(
      {.heading = "Commands of feeds", .items = feeds_commands(), .paragraphs = {}, .only_in_page = true});
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
