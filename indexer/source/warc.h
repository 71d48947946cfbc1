#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "indexer/source/byte_stream.h"
#include "indexer/source/header_fields.h"
#include "indexer/source/input.h"

namespace council_news {

/// Reads a web archive (WARC 0.17 to 1.1, ISO 28500) record by record, decompressed already. The bytes of the stream
/// are those of the record's block.
class WarcReader final : public ByteStream {
 public:
  explicit WarcReader(BufferedStream& stream) : stream_(stream) {}

  /// Goes to the next record; false at the end. Throws DamagedError where none begins and for one that is cut off.
  bool next();

  /// The named fields of the record.
  const HeaderFields& fields() const { return fields_; }

  std::size_t read(char* buffer, std::size_t size) override;

 private:
  BufferedStream& stream_;
  HeaderFields fields_{{}};
  std::uint64_t left_ = 0;  ///< bytes of the block that were not read
};

/// A document as a record holds it.
struct Capture {
  Input about;              ///< all but its bytes: address, character set, when it was taken; no name yet
  std::string unwanted;     ///< why it is no article: a redirect, a picture; empty if it may be one
  bool is_chunked = false;  ///< its body is in the chunks of HTTP
  std::string encoding;     ///< and compressed in that way, unless the first bytes tell; lower case
};

/// Reads what a record says of the document in it, from its fields and the HTTP header at the beginning of its block:
/// behind it, the block is the body. Nothing for a record that is about the archive or about another record.
std::optional<Capture> read_capture(const HeaderFields& record, BufferedStream& block);

/// A body in chunks (RFC 9112, 7.1) as one. Some archives keep the header that says so and store the body whole: what
/// does not begin as a chunk is passed on as it is.
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
