#include "common/option_text.h"

#include "common/text/split.h"

namespace council_news {
namespace {

namespace po = boost::program_options;

std::vector<std::string> choices_of(const std::string& value) {
  if (value == "DIR") return {"@dir"};
  if (value == "FILE") return {"@file"};
  if (value.find('|') == std::string::npos) return {};
  const std::vector<std::string_view> choices = split(value, '|');
  return {choices.begin(), choices.end()};
}

}  // namespace

std::string option_term(const OptionText& option) {
  const std::string brief = option.brief.empty() ? "" : "-" + option.brief + ", ";
  return brief + "--" + option.name + (option.value.empty() ? "" : " " + option.value);
}

std::vector<OptionText> option_texts(const po::options_description& options) {
  std::vector<OptionText> texts;
  for (const auto& option : options.options()) {
    OptionText text;
    text.name = option->long_name();
    const std::string brief = option->canonical_display_name(po::command_line_style::allow_dash_for_short);
    if (brief.size() == 2 && brief[0] == '-') text.brief = brief.substr(1);
    if (option->semantic()->max_tokens() > 0) {
      const std::string value = option->semantic()->name();
      text.value = value.substr(0, value.find(" ("));
    }
    text.choices = choices_of(text.value);
    text.help = option->description();
    texts.push_back(std::move(text));
  }
  return texts;
}

}  // namespace council_news
