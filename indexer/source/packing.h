#pragma once

#include <cstddef>
#include <string_view>

namespace council_news {

/// What a document is packed in.
enum class Packing {
  none,        ///< a document itself
  gzip,        ///< one thing, compressed
  compressed,  ///< the same in another way: bzip2, xz, lzma, zstd, lz4, lzip, compress
  tar,
  zip,
  warc,     ///< a web archive (ISO 28500)
  office,   ///< a zip that is a document of its own: DOCX, ODT, EPUB
  foreign,  ///< an archive of a kind that is not read: 7-Zip, RAR
};

/// How many bytes packing_of() wants to see of a stream.
inline constexpr std::size_t kPackingHead = 512;

/// Tells by its first bytes what something is packed in; never by its name.
Packing packing_of(std::string_view head);

/// What files of that content are called, when their first bytes are those of a known kind that is no text
/// ("a PDF document"); empty otherwise. Asked of the bytes, before any decoding.
std::string_view binary_kind(std::string_view bytes);

}  // namespace council_news
