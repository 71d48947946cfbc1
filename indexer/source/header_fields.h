#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/source/byte_stream.h"

namespace council_news {

/// The head of an HTTP message or of a WARC record: a first line, then `Name: value` lines (RFC 9112, ISO 28500).
class HeaderFields {
 public:
  /// Takes what comes up to an empty line. A line that is no field is passed over, one that begins with a blank
  /// continues the field before it.
  explicit HeaderFields(std::string_view lines);

  const std::string& first_line() const { return first_line_; }

  /// The value of the first field of that name, whose case does not count; empty if there is none.
  std::string_view find(std::string_view name) const;

 private:
  std::string first_line_;
  std::vector<std::pair<std::string, std::string>> fields_;
};

/// Reads a head from a stream, the empty line behind it too; `first_line` if that was read already. Throws DamagedError
/// when it has no end.
HeaderFields read_header_fields(BufferedStream& stream, std::string first_line = {});

/// `text/html` of `Text/HTML; charset=x`.
std::string media_type(std::string_view content_type);

/// `utf-8` of `text/html; charset="utf-8"`; empty if there is none.
std::string charset_parameter(std::string_view content_type);

}  // namespace council_news
