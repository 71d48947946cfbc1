#include "searcher/saved/last_result.h"

#include <algorithm>

#include <fmt/core.h>
#include <unistd.h>

#include "common/error.h"
#include "searcher/saved/json_file.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// A number with up to four digits can be a rank, one with at least four an id: nobody types fewer digits of an id.
constexpr std::size_t kMaxDigits = 4;
constexpr std::size_t kMinIdDigits = 4;

/// The file of the current terminal; empty if there is none.
fs::path file_of_terminal() {
  for (const int descriptor : {STDOUT_FILENO, STDIN_FILENO, STDERR_FILENO}) {
    if (const char* terminal = ::ttyname(descriptor); terminal != nullptr) {
      std::string name = terminal;
      std::replace(name.begin(), name.end(), '/', '_');
      return state_folder() / "shown" / (name + ".json");
    }
  }
  return {};
}

Json member(const Json& object, const char* name, const Json& otherwise) {
  const auto it = object.find(name);
  return it == object.end() || it->type() != otherwise.type() ? otherwise : *it;
}

/// The range of keys of `shown`: `1 to 10`.
std::string numbers_of(const Json& shown) {
  const std::string first = shown.items().begin().key();
  const std::string last = std::prev(shown.end()).key();
  return first == last ? first : first + " to " + last;
}

}  // namespace

void remember_result(const std::vector<Shown>& shown, const std::vector<fs::path>& databases) {
  if (shown.empty()) return;
  try {
    const fs::path file = file_of_terminal();
    if (file.empty()) return;
    Json ids = Json::object();
    for (const Shown& one : shown) ids[std::to_string(one.rank)] = one.id;
    Json folders = Json::array();
    for (const fs::path& database : databases) folders.push_back(database.string());
    change_json_file(file, [&](Json& json) { json = {{"format", 1}, {"databases", folders}, {"shown", ids}}; });
  } catch (const Error&) {
    return;  // the home folder is not writable: result numbers are unavailable
  }
}

std::optional<Remembered> remembered(const std::string& rank) {
  if (rank.empty() || rank.size() > kMaxDigits || rank.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  const fs::path file = file_of_terminal();
  const Json kept = file.empty() ? Json::object() : read_json_file(file);
  const Json shown = member(kept, "shown", Json::object());
  if (const auto it = shown.find(rank); it != shown.end() && it->is_string()) {
    Remembered found{it->get<std::string>(), {}};
    for (const Json& folder : member(kept, "databases", Json::array()))
      if (folder.is_string()) found.databases.emplace_back(folder.get<std::string>());
    if (!found.databases.empty()) return found;
  }
  if (rank.size() >= kMinIdDigits) return std::nullopt;
  if (shown.empty())
    throw UsageError(fmt::format("there is no result {}: no results were shown on this terminal", rank),
                     "search first, or use an id, which --format json shows");
  throw UsageError(
      fmt::format("there is no result {1}: the last results on this terminal are {0}", numbers_of(shown), rank),
      "search again, or use an id, which --format json shows");
}

}  // namespace council_news
