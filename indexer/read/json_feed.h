#pragma once

#include <string_view>

#include "indexer/read/input.h"

namespace council_news {

/// Reads the items of a JSON Feed 1.0 or 1.1 (jsonfeed.org); `json` is input.bytes as UTF-8. Values of a wrong type are
/// passed over. Throws InputError when there is no feed in it.
void read_json_feed(const Input& input, std::string_view json, const ArticleSink& sink);

}  // namespace council_news
