#pragma once

#include <ostream>
#include <string>
#include <string_view>

#include "common/output_buffer.h"

namespace council_news {

/// `text` in ASCII.
std::string to_ascii(std::string_view text);

/// A stream on an OutputBuffer, whose exceptions it passes on. With `ascii`, other characters are replaced by the
/// closest ASCII: ’ by ', é by e.
class OutputStream : public std::ostream {
 public:
  explicit OutputStream(int descriptor, bool ascii = false)
      : std::ostream(nullptr), buffer_(descriptor, ascii ? to_ascii : nullptr) {
    rdbuf(&buffer_);
    exceptions(badbit);  // rethrows what the buffer throws
  }
  ~OutputStream() override { exceptions(goodbit); }

 private:
  OutputBuffer buffer_;
};

}  // namespace council_news
