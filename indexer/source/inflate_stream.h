#pragma once

#include <memory>
#include <string>

#include "indexer/source/byte_stream.h"

struct z_stream_s;  // of zlib

namespace council_news {

/// Decompresses gzip and deflate. Not done by libarchive, which withholds up to 64 KiB before a damaged spot, does not
/// verify gzip checksums and does not support raw deflate.
class InflateStream final : public ByteStream {
 public:
  enum class Form {
    gzip,     ///< one or more gzip members (RFC 1952), then optional zeros
    deflate,  ///< the HTTP content coding: zlib (RFC 1950), or raw deflate
  };

  /// `packed` must outlive the stream.
  InflateStream(BufferedStream& packed, Form form);

  /// Returns all data before a damaged spot, then throws DamagedError.
  std::size_t read(char* buffer, std::size_t size) override;

 private:
  struct Closer {
    void operator()(z_stream_s* stream) const;
  };

  bool at_end();
  void fill();

  BufferedStream& packed_;
  Form form_;
  std::unique_ptr<z_stream_s, Closer> stream_;
  std::string input_;
  std::string damage_;            ///< thrown by the next read()
  bool between_members_ = false;  ///< at the end of a gzip member
};

}  // namespace council_news
