#include "common/output_buffer.h"

#include <cerrno>
#include <cstring>
#include <iostream>

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include "common/error.h"

namespace council_news {
namespace {

constexpr std::size_t kBufferBytes = 1 << 16;

void write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
    if (written > 0) {
      bytes.remove_prefix(static_cast<std::size_t>(written));
    } else if (errno == EPIPE) {
      throw ClosedPipe();
    } else if (errno != EINTR) {
      throw Error(ExitStatus::database, fmt::format("the output could not be written: {}", std::strerror(errno)));
    }
  }
}

}  // namespace

OutputBuffer::int_type OutputBuffer::overflow(int_type c) {
  if (traits_type::eq_int_type(c, traits_type::eof())) return traits_type::not_eof(c);
  const char byte = traits_type::to_char_type(c);
  xsputn(&byte, 1);
  return c;
}

std::streamsize OutputBuffer::xsputn(const char* text, std::streamsize size) {
  pending_.append(text, static_cast<std::size_t>(size));
  // Whole lines if they are converted, so that no character is split.
  if (pending_.size() >= kBufferBytes) write_out(convert_ ? pending_.rfind('\n') + 1 : pending_.size());
  return size;
}

int OutputBuffer::sync() {
  write_out(pending_.size());
  return 0;
}

/// Writes the first `size` pending bytes. After an error nothing is pending: what follows a gap is worthless.
void OutputBuffer::write_out(std::size_t size) {
  if (size == 0) return;
  try {
    const std::string_view bytes = std::string_view(pending_).substr(0, size);
    write_all(descriptor_, convert_ ? std::string_view(convert_(bytes)) : bytes);
    pending_.erase(0, size);
  } catch (...) {
    pending_.clear();
    throw;
  }
}

StandardOutput::StandardOutput() : buffer_(STDOUT_FILENO), before_(std::cout.rdbuf(&buffer_)) {
  std::cout.exceptions(std::ios::badbit);  // rethrows what the buffer throws
  std::cerr.tie(nullptr);                  // a message must not throw
}

StandardOutput::~StandardOutput() {
  std::cout.exceptions(std::ios::goodbit);
  std::cout.rdbuf(before_);
}

void occupy_standard_descriptors() {
  for (int descriptor = STDIN_FILENO; descriptor <= STDERR_FILENO; ++descriptor) {
    if (::fcntl(descriptor, F_GETFD) >= 0) continue;
    // open(2) returns the lowest free descriptor: this one. The wrong mode makes its use fail as before.
    (void)::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
  }
}

}  // namespace council_news
