#include "searcher/saved/last_result.h"

#include <algorithm>

#include <unistd.h>

#include "common/error.h"
#include "searcher/saved/json_file.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

/// Ranks have few digits; what has more is an id.
constexpr std::size_t kMostDigits = 4;

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

}  // namespace

void remember_result(const Answer& answer) {
  try {
    const fs::path file = file_of_terminal();
    if (file.empty()) return;
    Json shown = Json::object();
    for (const Hit& hit : answer.hits) shown[std::to_string(hit.rank)] = hit.article.id;
    change_json_file(file, [&](Json& json) { json = shown; });
  } catch (const Error&) {
    return;  // a home that cannot be written to: then ids have to be typed
  }
}

std::optional<std::string> remembered_id(const std::string& rank) {
  if (rank.empty() || rank.size() > kMostDigits || rank.find_first_not_of("0123456789") != std::string::npos)
    return std::nullopt;
  const fs::path file = file_of_terminal();
  if (file.empty()) return std::nullopt;
  const Json shown = read_json_file(file);
  const auto it = shown.find(rank);
  if (it == shown.end() || !it->is_string()) return std::nullopt;
  return it->get<std::string>();
}

}  // namespace council_news
