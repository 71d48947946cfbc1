#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/error.h"

namespace council_news {

/// A sequence of bytes, read once. Streams are stacked to read archives: the file, the decompressed file, a member, the
/// decompressed member.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  /// Reads up to `size` bytes; 0 only at the end. Throws DamagedError if the stream is truncated or damaged.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;

  /// Skips up to `count` bytes if that is cheaper than reading. Returns the number skipped, which may be 0.
  virtual std::uint64_t skip(std::uint64_t count) {
    (void)count;
    return 0;
  }
};

/// A truncated or damaged archive, or a read error.
struct DamagedError : InputError {
  using InputError::InputError;
};

/// A file, or standard input. Its functions throw Interrupted (interruption.h), also while they wait for input.
class FileStream final : public ByteStream {
 public:
  /// Throws InputError when the file cannot be opened. An empty path is standard input.
  explicit FileStream(const std::string& path);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  std::size_t read(char* buffer, std::size_t size) override;
  std::uint64_t skip(std::uint64_t count) override;

  /// Number of bytes read or skipped so far.
  std::uint64_t position() const { return position_; }

 private:
  int descriptor_;
  bool may_wait_ = true;    ///< false for a regular file
  std::uint64_t size_ = 0;  ///< 0 unless it is a regular file
  std::uint64_t position_ = 0;
};

/// A stream that can be peeked into.
class BufferedStream final : public ByteStream {
 public:
  explicit BufferedStream(ByteStream& inner) : inner_(inner) {}

  std::size_t read(char* buffer, std::size_t size) override;
  std::uint64_t skip(std::uint64_t count) override;

  /// The next `size` bytes, fewer only at the end. Valid until the next call of any member function.
  std::string_view peek(std::size_t size);

  /// Reads a line without its terminator (LF or CRLF) into `line`; false at the end of the stream. Throws DamagedError
  /// if the line has more than `max_bytes` bytes.
  bool read_line(std::string& line, std::size_t max_bytes);

  /// True if the underlying stream threw: the damage is there, not in the data read from this stream.
  bool inner_failed() const { return below_failed_; }

 private:
  std::size_t read_inner(char* buffer, std::size_t size);

  ByteStream& inner_;
  std::string buffer_;
  std::size_t begin_ = 0;  ///< where the unread part of buffer_ begins
  bool below_failed_ = false;
};

}  // namespace council_news
