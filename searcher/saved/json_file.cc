#include "searcher/saved/json_file.h"

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/environment.h"
#include "common/error.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::ordered_json;

Error write_error(const fs::path& path) {
  return Error(ExitStatus::database, fmt::format("{} cannot be written: {}", path.string(), std::strerror(errno)));
}

/// A file descriptor that closes itself.
class File {
 public:
  File(const fs::path& path, int flags) : path_(path), descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {
    if (descriptor_ < 0) throw write_error(path);
  }
  ~File() { ::close(descriptor_); }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  void lock() const {
    while (::flock(descriptor_, LOCK_EX) != 0)
      if (errno != EINTR) throw write_error(path_);
  }

  void write(std::string_view text) const {
    while (!text.empty()) {
      const ssize_t written = ::write(descriptor_, text.data(), text.size());
      if (written < 0 && errno != EINTR) throw write_error(path_);
      if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor_) != 0) throw write_error(path_);
  }

 private:
  fs::path path_;
  int descriptor_;
};

fs::path folder(const char* variable, const char* in_home) {
  if (const fs::path base = environment(variable); base.is_absolute()) return base / "council-news";
  if (const fs::path home = environment("HOME"); !home.empty()) return home / in_home / "council-news";
  throw UsageError(fmt::format("neither ${} nor $HOME is set, so there is no place for saved searches", variable));
}

}  // namespace

Json read_json_file(const fs::path& path) {
  std::ifstream in(path);
  if (!in) return Json::object();
  std::stringstream text;
  text << in.rdbuf();
  Json json = Json::parse(text.str(), nullptr, false);
  if (!json.is_object()) throw UsageError(path.string() + " is damaged", "repair it, or move it aside to start afresh");
  return json;
}

void change_json_file(const fs::path& path, const std::function<void(Json&)>& change) {
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  const File lock(path.string() + ".lock", O_CREAT | O_RDWR);
  lock.lock();
  Json json = read_json_file(path);
  change(json);
  const fs::path aside = path.string() + ".new";
  File(aside, O_CREAT | O_TRUNC | O_WRONLY).write(json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n");
  fs::rename(aside, path, error);
  if (error) throw Error(ExitStatus::database, fmt::format("{} cannot be written: {}", path.string(), error.message()));
}

fs::path config_folder() { return folder("XDG_CONFIG_HOME", ".config"); }

fs::path state_folder() { return folder("XDG_STATE_HOME", ".local/state"); }

}  // namespace council_news
