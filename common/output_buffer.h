#pragma once

#include <stdexcept>
#include <streambuf>
#include <string>
#include <string_view>

namespace council_news {

/// The reader of our output has gone, as with `head`. Reported by no message.
struct ClosedPipe : std::runtime_error {
  ClosedPipe() : std::runtime_error("the reader of the output is gone") {}
};

/// Buffered output to a file descriptor. A failed write throws immediately: ClosedPipe, or an Error with the reason. So
/// an output that ended without an exception is complete.
class OutputBuffer : public std::streambuf {
 public:
  using Conversion = std::string (*)(std::string_view text);

  /// `convert`, if not null, is applied to whole lines before they are written.
  explicit OutputBuffer(int descriptor, Conversion convert = nullptr) : descriptor_(descriptor), convert_(convert) {}

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  void write_out(std::size_t size);

  int descriptor_;
  Conversion convert_;
  std::string pending_;
};

/// While it exists, std::cout is an OutputBuffer: every command can write to it without checking, and its errors are
/// exceptions. std::cerr no longer flushes it.
class StandardOutput {
 public:
  StandardOutput();
  ~StandardOutput();
  StandardOutput(const StandardOutput&) = delete;
  StandardOutput& operator=(const StandardOutput&) = delete;

  /// Writes what is left. After an error, which was thrown before, there is nothing left.
  void flush() { buffer_.pubsync(); }

 private:
  OutputBuffer buffer_;
  std::streambuf* before_;
};

/// Occupies the descriptors of standard input, output and error that the caller closed, so that no file of ours gets
/// one of them and receives messages or articles. Reading from or writing to them still fails.
void occupy_standard_descriptors();

}  // namespace council_news
