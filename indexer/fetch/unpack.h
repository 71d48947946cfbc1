#pragma once

#include <cstddef>

#include "indexer/source/input.h"
#include "indexer/source/walk.h"

namespace council_news {

/// Larger documents in compressed responses are rejected.
inline constexpr std::size_t kMaxUnpackedBytes = std::size_t{64} << 20;

/// Emits the documents of a response: itself, or those in it if it is an archive or a compressed file (source/walk.h).
/// Headers do not matter: servers send `feed.xml.gz` under any type. Throws as walk_documents does.
void walk_response(Input&& response, const SourceEvents& events);

/// The only document of a response, at its address. Throws InputError if there is none or more than one.
Input unpack_response(Input&& response);

}  // namespace council_news
