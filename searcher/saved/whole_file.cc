#include "searcher/saved/whole_file.h"

#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <fmt/core.h>
#include <sys/file.h>
#include <unistd.h>

#include "common/error.h"

namespace council_news {
namespace {

namespace fs = std::filesystem;

Error trouble(const fs::path& path, const char* what) {
  return Error(ExitStatus::database, fmt::format("{} cannot be {}: {}", path.string(), what, std::strerror(errno)));
}

/// A file descriptor that closes itself.
class File {
 public:
  File(const fs::path& path, int flags) : descriptor_(::open(path.c_str(), flags | O_CLOEXEC, 0600)) {}
  ~File() {
    if (is_open()) ::close(descriptor_);
  }
  File(const File&) = delete;
  File& operator=(const File&) = delete;

  bool is_open() const { return descriptor_ >= 0; }
  int get() const { return descriptor_; }

 private:
  int descriptor_;
};

}  // namespace

std::optional<std::string> read_whole_file(const fs::path& path) {
  const File file(path, O_RDONLY);
  if (!file.is_open()) {
    if (errno == ENOENT || errno == ENOTDIR) return std::nullopt;
    throw trouble(path, "read");
  }
  std::string content;
  constexpr std::size_t kChunk = 1 << 16;
  for (std::size_t size = 0;; size = content.size()) {
    content.resize(size + kChunk);
    const ssize_t count = ::read(file.get(), content.data() + size, kChunk);
    content.resize(size + static_cast<std::size_t>(count > 0 ? count : 0));
    if (count == 0) return content;
    if (count < 0 && errno != EINTR) throw trouble(path, "read");
  }
}

void replace_whole_file(const fs::path& path, std::string_view content) {
  const fs::path aside = path.string() + ".new";
  {
    const File file(aside, O_CREAT | O_TRUNC | O_WRONLY);
    if (!file.is_open()) throw trouble(path, "written");
    while (!content.empty()) {
      const ssize_t written = ::write(file.get(), content.data(), content.size());
      if (written < 0 && errno != EINTR) throw trouble(path, "written");
      if (written > 0) content.remove_prefix(static_cast<std::size_t>(written));
    }
    if (::fsync(file.get()) != 0) throw trouble(path, "written");
  }
  if (std::rename(aside.c_str(), path.c_str()) != 0) throw trouble(path, "written");
}

FileLock::FileLock(const fs::path& path) {
  std::error_code ignored;  // a folder that is not there fails the open
  fs::create_directories(path.parent_path(), ignored);
  const std::string name = path.string() + ".lock";
  descriptor_ = ::open(name.c_str(), O_CREAT | O_RDWR | O_CLOEXEC, 0600);
  if (descriptor_ < 0) throw trouble(path, "written");
  while (::flock(descriptor_, LOCK_EX) != 0) {
    if (errno == EINTR) continue;
    const Error error = trouble(path, "locked");
    ::close(descriptor_);
    throw error;
  }
}

FileLock::~FileLock() { ::close(descriptor_); }

}  // namespace council_news
