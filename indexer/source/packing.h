#pragma once

#include <cstddef>
#include <string_view>

namespace council_news {

/// How a file is packed: its archive format or compression.
enum class Packing {
  none,        ///< not packed: a document
  gzip,        ///< a single compressed file
  compressed,  ///< a single file compressed with bzip2, xz, lzma, zstd, lz4, lzip or compress
  tar,
  zip,
  warc,     ///< a web archive (ISO 28500)
  office,   ///< a ZIP that is one document: DOCX, ODT, EPUB
  foreign,  ///< an unsupported archive format: 7-Zip, RAR
};

/// Number of bytes that packing_of() needs.
inline constexpr std::size_t kPackingHead = 512;

/// Detects the packing from the first bytes of a file.
Packing packing_of(std::string_view head);

/// A description of an archive whose first bytes are known, such as "a gzip archive", even if the rest is damaged or
/// missing; empty for any other content.
std::string_view archive_kind(std::string_view bytes);

/// A description of a known binary file type, such as "a PDF document"; empty for any other content. `bytes` must not
/// be decoded yet.
std::string_view binary_kind(std::string_view bytes);

}  // namespace council_news
