#pragma once

#include <string>

#include "indexer/fetch/fetcher.h"
#include "indexer/source/input.h"

namespace council_news {

/// Turns a response into a document to read; its body is moved out of `fetched`. `source` is the requested URL, `now`
/// the time of the request. User names and passwords are removed from URLs.
Input input_of(Fetched& fetched, const std::string& source, Timestamp now);

}  // namespace council_news
