#pragma once

#include <array>
#include <ostream>
#include <stdexcept>
#include <streambuf>
#include <string>

namespace council_news {

/// The reader of our output has gone, as with `head`. Not an error.
struct ClosedPipe : std::runtime_error {
  ClosedPipe() : std::runtime_error("the reader of the output is gone") {}
};

/// Buffered output to a file descriptor. A failed write throws immediately: ClosedPipe, or an Error with the reason. So
/// an output that ended without an exception is complete.
class OutputBuffer : public std::streambuf {
 public:
  /// With `ascii`, other characters are replaced by the closest ASCII: ’ by ', é by e.
  OutputBuffer(int descriptor, bool ascii) : descriptor_(descriptor), ascii_(ascii) {}

 protected:
  int_type overflow(int_type c) override;
  std::streamsize xsputn(const char* text, std::streamsize size) override;
  int sync() override;

 private:
  void write_out(std::string_view bytes) const;

  int descriptor_;
  bool ascii_;
  std::string pending_;
};

class OutputStream : public std::ostream {
 public:
  explicit OutputStream(int descriptor, bool ascii = false) : std::ostream(nullptr), buffer_(descriptor, ascii) {
    rdbuf(&buffer_);
    exceptions(badbit);  // rethrows what the buffer throws
  }
  ~OutputStream() override { exceptions(goodbit); }

 private:
  OutputBuffer buffer_;
};

/// `text` in ASCII.
std::string to_ascii(std::string_view text);

}  // namespace council_news
