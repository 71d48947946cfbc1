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

/// Ranks have few digits; what has more is an id. With three or less it is no id that anyone would type.
constexpr std::size_t kMaxDigits = 4;
constexpr std::size_t kMinOfId = 4;

/// The file of the terminal we run on; empty without one.
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

/// The keys of `shown` in words: `1 to 10`.
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
    return;  // a home that cannot be written to: then ids have to be typed
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
  if (rank.size() >= kMinOfId) return std::nullopt;
  if (shown.empty())
    throw UsageError(fmt::format("no answers were shown on this terminal, so there is no number {}", rank),
                     "search first, or give an id, as --format json shows it");
  throw UsageError(
      fmt::format("what this terminal was last shown has the numbers {}; there is no {}", numbers_of(shown), rank),
      "search again, or give an id, as --format json shows it");
}

}  // namespace council_news
