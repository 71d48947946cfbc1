#include "searcher/complete.h"

#include <algorithm>

#include "common/error.h"
#include "common/index/schema.h"
#include "searcher/options.h"
#include "searcher/query/field_values.h"
#include "searcher/saved/saved_searches.h"

namespace council_news {
namespace {

/// Saved searches that a shell can offer as one word. Empty if their file cannot be read: the search reports that.
std::vector<std::string> names_of_saved() {
  try {
    std::vector<std::string> names = saved_names();
    std::erase_if(names, [](const std::string& name) { return name.find(' ') != std::string::npos; });
    return names;
  } catch (const Error&) {
    return {};
  }
}

}  // namespace

Completion complete_search(const std::vector<std::string>& words) {
  std::vector<OptionText> options = search_options();
  for (OptionText& option : options)
    if (option.choices == std::vector<std::string>{"@saved"}) option.choices = names_of_saved();
  if (auto completion = complete_option(options, words)) return *completion;
  Completion completion;
  const std::string typed = words.empty() ? "" : words.back();
  const std::size_t colon = typed.find(':');
  if (colon == std::string::npos) {
    for (const Field& row : kFields) offer(typed, std::string(row.name) + ":", row.help, completion);
  } else if (const Field* row = find_field(typed.substr(0, colon)); row != nullptr) {
    std::vector<ListedValue> values = listed_values(*row);
    std::sort(values.begin(), values.end(), [](const auto& a, const auto& b) { return a.value < b.value; });
    const std::size_t begin = colon + (typed.substr(colon).starts_with(":=") ? 2 : 1);
    for (const ListedValue& listed : values)
      offer(typed, typed.substr(0, begin) + std::string(listed.value), listed.meaning, completion);
  }
  return completion;
}

}  // namespace council_news
