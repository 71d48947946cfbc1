#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/error.h"

namespace council_news {

/// Bytes one after another, read once. What an archive is made of is a stack of them: the file, what it decompresses
/// to, a member of that, what the member decompresses to.
class ByteStream {
 public:
  virtual ~ByteStream() = default;

  /// Reads up to `size` bytes, at least one unless the stream is at its end. Throws DamagedError when there should be
  /// more but cannot be read.
  virtual std::size_t read(char* buffer, std::size_t size) = 0;

  /// Passes over up to `count` bytes where that costs nothing; returns how many, maybe none.
  virtual std::uint64_t skip(std::uint64_t count) {
    (void)count;
    return 0;
  }
};

/// Bytes that are not what they should be: an archive that is cut off or damaged, a disk that cannot be read.
struct DamagedError : InputError {
  using InputError::InputError;
};

/// A file, or standard input.
class FileStream final : public ByteStream {
 public:
  /// Throws InputError when the file cannot be opened. An empty path is standard input.
  explicit FileStream(const std::string& path);
  ~FileStream() override;
  FileStream(const FileStream&) = delete;
  FileStream& operator=(const FileStream&) = delete;

  std::size_t read(char* buffer, std::size_t size) override;
  std::uint64_t skip(std::uint64_t count) override;

  /// How far it was read or passed over.
  std::uint64_t position() const { return position_; }

 private:
  int descriptor_;
  std::uint64_t size_ = 0;  ///< known of regular files alone
  std::uint64_t position_ = 0;
};

/// A stream whose next bytes can be looked at before they are read.
class BufferedStream final : public ByteStream {
 public:
  explicit BufferedStream(ByteStream& below) : below_(below) {}

  std::size_t read(char* buffer, std::size_t size) override;
  std::uint64_t skip(std::uint64_t count) override;

  /// The next `size` bytes, fewer only at the end. Valid until the next call of any kind.
  std::string_view peek(std::size_t size);

  /// Reads a line without its end (LF or CRLF) into `line`; false at the end of the stream. Throws DamagedError when
  /// it has more than `most` bytes.
  bool read_line(std::string& line, std::size_t most);

  /// Did the stream below throw? Then what is damaged is below, and not what was read from here.
  bool below_failed() const { return below_failed_; }

 private:
  std::size_t read_below(char* buffer, std::size_t size);

  ByteStream& below_;
  std::string buffer_;
  std::size_t begin_ = 0;  ///< of what is left in buffer_
  bool below_failed_ = false;
};

}  // namespace council_news
