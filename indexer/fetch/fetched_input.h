#pragma once

#include <string>

#include "indexer/fetch/fetcher.h"
#include "indexer/source/input.h"

namespace council_news {

/// The document of an answer, to be read; its body is moved out of `fetched`. `source` is the address that was
/// requested, `now` when it was fetched. User names and passwords in addresses are left out.
Input input_of(Fetched& fetched, const std::string& source, Timestamp now);

}  // namespace council_news
