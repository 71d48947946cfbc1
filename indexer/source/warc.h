#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/source/byte_stream.h"
#include "indexer/source/header_fields.h"
#include "indexer/source/input.h"

namespace council_news {

/// Reads a decompressed web archive (WARC 0.17 to 1.1, ISO 28500) record by record. read() returns the block of the
/// current record.
class WarcReader final : public ByteStream {
 public:
  explicit WarcReader(BufferedStream& stream) : stream_(stream) {}

  /// Advances to the next record; false at the end. Throws DamagedError if the archive is damaged or truncated.
  bool next();

  /// The header fields of the current record.
  const HeaderFields& fields() const { return fields_; }

  std::size_t read(char* buffer, std::size_t size) override;

 private:
  BufferedStream& stream_;
  HeaderFields fields_{{}};
  std::uint64_t left_ = 0;  ///< unread bytes of the block
};

/// A document captured in a WARC record.
struct Capture {
  Input about;              ///< its URL, character set and time; no name and no bytes
  std::string skip_reason;  ///< why it cannot contain an article (a redirect, an image); empty if it may
  bool is_chunked = false;  ///< the body uses the chunked transfer coding
  std::string encoding;     ///< content encoding in lower case; empty if the body itself tells
};

/// Reads the description of the document in a record from its header fields and the HTTP header at the start of its
/// block, and leaves the block at the body. Nothing for a record that contains no document.
std::optional<Capture> read_capture(const HeaderFields& record, BufferedStream& block);

/// Decodes the chunked transfer coding (RFC 9112, 7.1). A body that does not begin with a chunk is passed through,
/// since some archives store the decoded body with the original header.
class ChunkedStream final : public ByteStream {
 public:
  explicit ChunkedStream(BufferedStream& chunks) : chunks_(chunks) {}

  std::size_t read(char* buffer, std::size_t size) override;

 private:
  bool next_chunk();

  BufferedStream& chunks_;
  enum class State { start, in_chunk, whole, ended } state_ = State::start;
  std::uint64_t left_ = 0;
};

}  // namespace council_news
