#include "indexer/fetch/unpack.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>

#include "common/error.h"
#include "indexer/source/inflate_stream.h"

namespace council_news {
namespace {

class TextStream final : public ByteStream {
 public:
  explicit TextStream(const std::string& text) : text_(text) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = text_.copy(buffer, size, at_);
    at_ += count;
    return count;
  }

 private:
  const std::string& text_;
  std::size_t at_ = 0;
};

}  // namespace

std::string unpack_gzip(std::string bytes, std::size_t max_bytes) {
  if (!bytes.starts_with("\x1F\x8B")) return bytes;
  TextStream packed(bytes);
  BufferedStream buffered(packed);
  InflateStream inflate(buffered, InflateStream::Form::gzip);
  std::string unpacked;
  std::array<char, 65536> chunk{};
  while (const std::size_t count = inflate.read(chunk.data(), chunk.size())) {
    if (unpacked.size() + count > max_bytes)
      throw InputError(fmt::format("it unpacks to more than {} MiB", max_bytes >> 20));
    unpacked.append(chunk.data(), count);
  }
  return unpacked;
}

}  // namespace council_news
