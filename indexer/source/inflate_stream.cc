#include "indexer/source/inflate_stream.h"

#include <algorithm>
#include <limits>
#include <new>

#include <zlib.h>

namespace council_news {
namespace {

constexpr std::size_t kBlock = 65536;
constexpr int kGzipBits = 16 + MAX_WBITS;

/// Does deflated data begin with a zlib header (RFC 1950)? Some servers omit it.
bool has_zlib_header(std::string_view head) {
  if (head.size() < 2) return true;
  const auto first = static_cast<unsigned char>(head[0]);
  const auto second = static_cast<unsigned char>(head[1]);
  return (first & 0x0F) == Z_DEFLATED && (first * 256u + second) % 31 == 0;
}

}  // namespace

InflateStream::InflateStream(BufferedStream& packed, Form form)
    : packed_(packed), form_(form), stream_(new z_stream_s{}), input_(kBlock, '\0') {
  const int deflate_bits = has_zlib_header(packed.peek(2)) ? MAX_WBITS : -MAX_WBITS;
  if (inflateInit2(stream_.get(), form == Form::gzip ? kGzipBits : deflate_bits) != Z_OK) throw std::bad_alloc();
}

void InflateStream::Closer::operator()(z_stream_s* stream) const {
  inflateEnd(stream);
  delete stream;
}

void InflateStream::fill() {
  if (stream_->avail_in > 0) return;
  const std::size_t count = packed_.read(input_.data(), input_.size());
  stream_->next_in = reinterpret_cast<Bytef*>(input_.data());
  stream_->avail_in = static_cast<uInt>(count);
}

/// After a gzip member: true if no other follows. Skips the zeros that pad tape blocks.
bool InflateStream::at_end() {
  if (form_ == Form::deflate) return true;
  for (fill(); stream_->avail_in > 0; fill()) {
    if (*stream_->next_in != 0) {
      inflateReset(stream_.get());
      between_members_ = false;
      return false;
    }
    ++stream_->next_in;
    --stream_->avail_in;
  }
  return true;
}

std::size_t InflateStream::read(char* buffer, std::size_t size) {
  size = std::min<std::size_t>(size, std::numeric_limits<uInt>::max());
  stream_->next_out = reinterpret_cast<Bytef*>(buffer);
  stream_->avail_out = static_cast<uInt>(size);
  while (stream_->avail_out == size) {
    if (!damage_.empty()) throw DamagedError(damage_);
    if (between_members_ && at_end()) return 0;
    fill();
    const int result = inflate(stream_.get(), Z_NO_FLUSH);
    if (result == Z_STREAM_END) {
      between_members_ = true;
    } else if (result == Z_MEM_ERROR) {
      throw std::bad_alloc();
    } else if (result != Z_OK) {
      damage_ = stream_->avail_in == 0 && result == Z_BUF_ERROR ? "unexpected end"
                : stream_->msg                                  ? stream_->msg
                                                                : "invalid compressed data";
    }
  }
  return size - stream_->avail_out;
}

}  // namespace council_news
