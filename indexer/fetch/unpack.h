#pragma once

#include <cstddef>
#include <string>

namespace council_news {

/// `bytes`, unpacked if they are a gzip file (a `sitemap.xml.gz` is one whatever its headers say). Throws InputError
/// when it is damaged or gives more than `most` bytes.
std::string unpack_gzip(std::string bytes, std::size_t most);

}  // namespace council_news
