#include "searcher/saved/saved_searches.h"

#include <fmt/core.h>

#include "common/error.h"
#include "common/text/terminal.h"
#include "searcher/batch.h"
#include "searcher/saved/given_file.h"
#include "searcher/saved/json_file.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

fs::path searches_file() { return config_folder() / "saved.json"; }

/// The searches in the content of that file. Throws UsageError if it has something else in their place.
Json searches_in(const Json& json) {
  const auto it = json.find("searches");
  if (it == json.end()) return Json::object();
  if (!it->is_object()) throw damaged(searches_file());
  return *it;
}

Json searches() { return searches_in(read_json_file(searches_file())); }

UsageError unknown(const std::string& name) {
  std::string known;
  const Json all = searches();
  for (const auto& [other, search] : all.items()) known += (known.empty() ? "" : ", ") + other;
  return UsageError(fmt::format("there is no saved search '{}'", name),
                    known.empty() ? "council-search --save NAME QUERY… saves one" : "saved searches are " + known);
}

}  // namespace

bool save_search(const std::string& name, const Request& request) {
  if (name.empty() || for_terminal(name) != name || name.find('\n') != std::string::npos)
    throw UsageError("the name of a saved search must be one line of printable text");
  const Json search = request_object(request);
  bool replaced = false;
  change_json_file(searches_file(), [&](Json& json) {
    const Json before = searches_in(json);
    json["format"] = 1;
    replaced = before.contains(name) && before[name] != search;
    json["searches"][name] = search;
  });
  return replaced;
}

Request saved_search(const std::string& name) {
  const Json all = searches();
  if (!all.contains(name)) throw unknown(name);
  try {
    return read_request(all[name]).request;
  } catch (const UsageError& error) {
    throw UsageError(fmt::format("the saved search '{}' is invalid: {}", name, error.what()),
                     "repair it in " + searches_file().string());
  }
}

void forget_search(const std::string& name) {
  if (!searches().contains(name)) throw unknown(name);
  change_json_file(searches_file(), [&](Json& json) {
    Json kept = searches_in(json);
    kept.erase(name);
    json["searches"] = std::move(kept);
  });
  forget_given(name);
}

std::vector<std::string> saved_names() {
  std::vector<std::string> names;
  const Json all = searches();
  for (const auto& [name, search] : all.items()) names.push_back(name);
  return names;
}

}  // namespace council_news
