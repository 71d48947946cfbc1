#pragma once

#include <string>
#include <vector>

#include "indexer/source/input.h"

namespace council_news {

/// input.bytes as clean UTF-8: NFC, lines ended by \n, no BOM, no control characters. The first of these decides the
/// encoding: BOM, the zeros of UTF-16 and UTF-32, HTTP charset, XML declaration or HTML meta, detection.
///
/// ISO-8859-1 and US-ASCII are read as windows-1252 (WHATWG Encoding), and so are bytes that are invalid in the
/// declared encoding; bytes that fit nothing become U+FFFD. Text declared in a Western single-byte encoding that is
/// valid UTF-8 is read as UTF-8. Adds to `warnings` when the declared encoding was wrong and when control characters
/// were dropped.
std::string to_utf8(const Input& input, std::vector<std::string>& warnings);

}  // namespace council_news
