#include "indexer/source/byte_stream.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <poll.h>
#include <sys/stat.h>
#include <unistd.h>

#include "common/interruption.h"

namespace council_news {
namespace {

constexpr std::size_t kBlock = 16384;

/// Opens a file to read; waits for the writer of a named pipe.
int open_file(const std::string& path) {
  for (;;) {
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0) return descriptor;
    if (errno != EINTR) throw InputError(std::strerror(errno));
    stop_if_interrupted();
  }
}

/// Waits a little for input. Not forever: a signal just before the wait would not end it.
bool has_input(int descriptor) {
  constexpr int kWaitMs = 500;
  pollfd input{.fd = descriptor, .events = POLLIN, .revents = 0};
  return ::poll(&input, 1, kWaitMs) > 0;
}

}  // namespace

FileStream::FileStream(const std::string& path) : descriptor_(path.empty() ? STDIN_FILENO : open_file(path)) {
  struct stat status {};
  if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) return;
  may_wait_ = false;
  if (!path.empty()) size_ = static_cast<std::uint64_t>(status.st_size);
}

FileStream::~FileStream() {
  if (descriptor_ != STDIN_FILENO) ::close(descriptor_);
}

std::size_t FileStream::read(char* buffer, std::size_t size) {
  for (;;) {
    stop_if_interrupted();
    if (may_wait_ && !has_input(descriptor_)) continue;
    const ssize_t count = ::read(descriptor_, buffer, size);
    if (count >= 0) {
      position_ += static_cast<std::uint64_t>(count);
      return static_cast<std::size_t>(count);
    }
    if (errno != EINTR && errno != EAGAIN) throw DamagedError(std::string("read error: ") + std::strerror(errno));
  }
}

std::uint64_t FileStream::skip(std::uint64_t count) {
  if (position_ >= size_) return 0;
  count = std::min(count, size_ - position_);  // not beyond the end, so that truncation is noticed
  if (::lseek(descriptor_, static_cast<off_t>(count), SEEK_CUR) < 0) return 0;
  position_ += count;
  return count;
}

std::size_t BufferedStream::read_inner(char* buffer, std::size_t size) {
  try {
    return inner_.read(buffer, size);
  } catch (...) {
    below_failed_ = true;
    throw;
  }
}

std::size_t BufferedStream::read(char* buffer, std::size_t size) {
  if (begin_ == buffer_.size()) {
    if (size >= kBlock) return read_inner(buffer, size);
    if (peek(1).empty()) return 0;
  }
  const std::size_t count = std::min(size, buffer_.size() - begin_);
  std::memcpy(buffer, buffer_.data() + begin_, count);
  begin_ += count;
  return count;
}

std::uint64_t BufferedStream::skip(std::uint64_t count) {
  const std::uint64_t held = std::min<std::uint64_t>(count, buffer_.size() - begin_);
  begin_ += static_cast<std::size_t>(held);
  return held < count ? held + inner_.skip(count - held) : held;
}

std::string_view BufferedStream::peek(std::size_t size) {
  while (buffer_.size() - begin_ < size) {
    buffer_.erase(0, begin_);
    begin_ = 0;
    const std::size_t held = buffer_.size();
    buffer_.resize(held + kBlock);
    std::size_t count = 0;
    try {
      count = read_inner(buffer_.data() + held, kBlock);
    } catch (...) {
      buffer_.resize(held);
      throw;
    }
    buffer_.resize(held + count);
    if (count == 0) break;
  }
  return std::string_view(buffer_).substr(begin_, size);
}

bool BufferedStream::read_line(std::string& line, std::size_t max_bytes) {
  line.clear();
  if (peek(1).empty()) return false;
  for (bool whole = false; !whole && !peek(1).empty();) {
    const std::string_view held = std::string_view(buffer_).substr(begin_);
    const std::size_t end = held.find('\n');
    whole = end != std::string_view::npos;
    const std::string_view part = held.substr(0, end);
    if (line.size() + part.size() > max_bytes) throw DamagedError("a header line is too long");
    line.append(part);
    begin_ += part.size() + (whole ? 1 : 0);
  }
  if (line.ends_with('\r')) line.pop_back();
  return true;
}

}  // namespace council_news
