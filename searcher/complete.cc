#include "searcher/complete.h"

#include <algorithm>
#include <map>

#include "common/error.h"
#include "common/index/schema.h"
#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"
#include "searcher/options.h"
#include "searcher/saved/saved_searches.h"

namespace council_news {
namespace {

/// The names of saved searches; none when their file cannot be read, which the search itself will tell.
std::string names_of_saved() {
  std::string names;
  try {
    for (const std::string& name : saved_names())
      if (name.find(' ') == std::string::npos) names += (names.empty() ? "" : " ") + name;
  } catch (const Error&) {
    return {};
  }
  return names;
}

/// Values of a field with what they stand for, when they are few enough to be listed.
std::map<std::string_view, std::string_view> values_of(const Field& field) {
  std::map<std::string_view, std::string_view> values;
  if (field.kind == FieldKind::topic) {
    for (const Topic& topic : topics()) values.emplace(topic.slug, topic.label);
  }
  for (const Council& council : gazetteer().councils()) {
    if (field.kind == FieldKind::council) values.emplace(council.slug, council.official_name);
    if (field.name == "region") values.emplace(council.region, "");
    if (field.name == "nation") values.emplace(council.nation, "");
    if (field.name == "kind") values.emplace(council.kind, "");
  }
  values.erase("");
  return values;
}

}  // namespace

Completion complete_search(const std::vector<std::string>& words) {
  std::vector<OptionText> options = search_options();
  for (OptionText& option : options)
    if (option.choices == "@saved") option.choices = names_of_saved();
  if (auto completion = complete_option(options, words)) return *completion;
  Completion completion;
  const std::string typed = words.empty() ? "" : words.back();
  const std::size_t colon = typed.find(':');
  if (colon == std::string::npos) {
    for (const Field& field : kFields) offer(typed, std::string(field.name) + ":", field.help, completion);
  } else if (const Field* field = find_field(typed.substr(0, colon)); field != nullptr) {
    for (const auto& [value, meaning] : values_of(*field))
      offer(typed, typed.substr(0, colon + 1) + std::string(value), meaning, completion);
  }
  return completion;
}

}  // namespace council_news
