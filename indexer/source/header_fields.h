#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/source/byte_stream.h"

namespace council_news {

/// The header of an HTTP message or WARC record: a first line, then `Name: value` lines (RFC 9112, ISO 28500).
class HeaderFields {
 public:
  /// Parses up to the first empty line. A line that starts with a space or tab continues the previous field; other
  /// lines that are not fields are ignored.
  explicit HeaderFields(std::string_view lines);

  const std::string& first_line() const { return first_line_; }

  /// The value of the first field named `name`, ignoring case; empty if there is none.
  std::string_view find(std::string_view name) const;

 private:
  std::string first_line_;
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Reads a header from a stream, including the empty line after it. `first_line` is the first line if that was already
/// read. Throws DamagedError if the header exceeds 1 MiB.
HeaderFields read_header_fields(BufferedStream& stream, std::string first_line = {});

/// `Text/HTML; charset=x` → `text/html`.
std::string media_type(std::string_view content_type);

/// `text/html; charset="utf-8"` → `utf-8`; empty if there is none.
std::string charset_parameter(std::string_view content_type);

}  // namespace council_news
