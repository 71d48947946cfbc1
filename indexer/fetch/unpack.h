#pragma once

#include <cstddef>
#include <string>

namespace council_news {

/// Unpacks `bytes` if they are a gzip file, such as `sitemap.xml.gz`; else returns them unchanged. Throws InputError if
/// the file is damaged or unpacks to more than `max_bytes` bytes.
std::string unpack_gzip(std::string bytes, std::size_t max_bytes);

}  // namespace council_news
