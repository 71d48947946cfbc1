#pragma once

#include <string>
#include <vector>

#include "indexer/source/input.h"

namespace council_news {

/// input.bytes as clean UTF-8 (NFC, lines ended by \n, without a BOM and control characters), read as what is said by
/// the first of: BOM, the zeros of UTF-16 and UTF-32, HTTP charset, XML declaration or HTML meta, detection.
///
/// What calls itself ISO-8859-1 or US-ASCII is read as windows-1252 (WHATWG Encoding), and so are bytes that are not of
/// the declared set; bytes that fit nothing become U+FFFD. What is declared as a Western set of single bytes but is
/// valid UTF-8 is UTF-8. Says in `warnings` when the declared set was not the real one, and when control characters
/// were dropped.
std::string to_utf8(const Input& input, std::vector<std::string>& warnings);

}  // namespace council_news
