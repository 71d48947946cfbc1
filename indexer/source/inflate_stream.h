#pragma once

#include <memory>
#include <string>

#include "indexer/source/byte_stream.h"

struct z_stream_s;  // of zlib

namespace council_news {

/// What gzip and deflate compressed. Here because libarchive holds back up to 64 KiB before a damage, checks no sums of
/// gzip and knows no bare deflate.
class InflateStream final : public ByteStream {
 public:
  enum class Form {
    gzip,     ///< one or more gzip members, one after another (RFC 1952), zeros behind them
    deflate,  ///< what HTTP calls deflate: zlib (RFC 1950), or without its frame
  };

  /// `packed` outlives the stream.
  InflateStream(BufferedStream& packed, Form form);

  /// Gives all that is there before a damage, then throws DamagedError.
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
  std::string damage_;    ///< found behind what was given last
  bool between_ = false;  ///< at the end of a gzip member
};

}  // namespace council_news
