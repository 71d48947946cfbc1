#include "searcher/saved/json_file.h"

#include <fmt/core.h>

#include "common/environment.h"
#include "common/error.h"
#include "searcher/saved/whole_file.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

fs::path folder(const char* variable, const char* in_home) {
  if (const fs::path base = environment(variable); base.is_absolute()) return base / "council-news";
  if (const fs::path home = environment("HOME"); !home.empty()) return home / in_home / "council-news";
  throw UsageError(fmt::format("neither ${} nor $HOME is set, so there is no place for saved searches", variable));
}

}  // namespace

UsageError damaged(const fs::path& path) {
  return UsageError(path.string() + " is damaged", "repair it, or move it aside to start afresh");
}

Json read_json_file(const fs::path& path) {
  const auto text = read_whole_file(path);
  if (!text) return Json::object();
  Json json = Json::parse(*text, nullptr, false);
  if (!json.is_object()) throw damaged(path);
  return json;
}

void change_json_file(const fs::path& path, const std::function<void(Json&)>& change) {
  const FileLock lock(path);
  Json json = read_json_file(path);
  change(json);
  replace_whole_file(path, json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
}

fs::path config_folder() { return folder("XDG_CONFIG_HOME", ".config"); }

fs::path state_folder() { return folder("XDG_STATE_HOME", ".local/state"); }

}  // namespace council_news
