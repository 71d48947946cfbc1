#include "searcher/saved/saved_searches.h"

#include <fmt/core.h>
#include <xapian.h>

#include "common/error.h"
#include "common/text/terminal.h"
#include "searcher/batch.h"
#include "searcher/saved/json_file.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

fs::path searches_file() { return config_folder() / "saved.json"; }
fs::path marks_file() { return state_folder() / "marks.json"; }

/// The member of that name as an object; empty if it is missing.
Json member(const Json& object, const std::string& name) {
  const auto it = object.find(name);
  return it == object.end() || !it->is_object() ? Json::object() : *it;
}

Json searches() { return member(read_json_file(searches_file()), "searches"); }

std::string database_key(const fs::path& database) {
  std::error_code error;
  const fs::path whole = fs::canonical(database, error);
  return error ? fs::absolute(database).string() : whole.string();
}

void forget_mark(const std::string& name) {
  if (!fs::exists(marks_file())) return;
  change_json_file(marks_file(), [&](Json& json) {
    if (json.contains("marks") && json["marks"].is_object()) json["marks"].erase(name);
  });
}

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
    json["format"] = 1;
    const Json before = member(json, "searches");
    replaced = before.contains(name) && before[name] != search;
    json["searches"][name] = search;
  });
  if (replaced) forget_mark(name);
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
  change_json_file(searches_file(), [&](Json& json) { json["searches"].erase(name); });
  forget_mark(name);
}

std::vector<std::string> saved_names() {
  std::vector<std::string> names;
  const Json all = searches();
  for (const auto& [name, search] : all.items()) names.push_back(name);
  return names;
}

std::vector<Mark> read_marks(const std::string& name, const std::vector<fs::path>& databases) {
  const Json kept = member(member(read_json_file(marks_file()), "marks"), name);
  std::vector<Mark> marks;
  for (const fs::path& database : databases) {
    const auto it = kept.find(database_key(database));
    if (it == kept.end()) return {};
    try {
      marks.push_back({it->at("uuid").get<std::string>(), it->at("last").get<std::uint32_t>(),
                       Xapian::sortable_serialise(it->at("seen").get<double>())});
    } catch (const Json::exception&) {
      throw UsageError(marks_file().string() + " is damaged", "repair it, or move it aside to start afresh");
    }
  }
  return marks;
}

void write_marks(const std::vector<NewMarks>& searches, const std::vector<fs::path>& databases) {
  change_json_file(marks_file(), [&](Json& json) {
    json["format"] = 1;
    for (const NewMarks& search : searches) {
      for (std::size_t i = 0; i < databases.size(); ++i) {
        const Mark& mark = search.marks[i];
        const double seen = mark.seen.empty() ? 0 : Xapian::sortable_unserialise(mark.seen);
        json["marks"][search.name][database_key(databases[i])] = {
            {"uuid", mark.uuid}, {"last", mark.last}, {"seen", seen}};
      }
    }
  });
}

}  // namespace council_news
