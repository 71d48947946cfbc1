#pragma once

#include <algorithm>
#include <cstring>
#include <string>

#include "indexer/source/byte_stream.h"

namespace council_news {

/// A text as a stream that delivers small pieces.
class TextStream final : public ByteStream {
 public:
  explicit TextStream(std::string text, std::size_t piece = 1000) : text_(std::move(text)), piece_(piece) {}

  std::size_t read(char* buffer, std::size_t size) override {
    const std::size_t count = std::min({size, piece_, text_.size() - position_});
    std::memcpy(buffer, text_.data() + position_, count);
    position_ += count;
    return count;
  }

 private:
  std::string text_;
  std::size_t piece_;
  std::size_t position_ = 0;
};

}  // namespace council_news
