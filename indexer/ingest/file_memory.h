#pragma once

#include <optional>
#include <string>

#include "indexer/ingest/source_reader.h"
#include "indexer/source/source.h"

namespace council_news {

/// What all keys of remembered files begin with.
inline constexpr const char* kFileKeys = "file:";

/// The key under which a database remembers a file: one for each file, by whatever path it is named.
std::string memory_key(const Source& source);

/// What is remembered of a file that was read: its fingerprint and how its documents fared.
std::string to_memory(const std::string& print, const ReadTally& tally);

/// Is it worth remembering? Not what gave nothing but failures, which are better told in full each time, and not what
/// was told by its first bytes, which is as quick again.
bool is_worth_remembering(const ReadTally& tally);

/// How they fared, if the file is still the same and readers have not become better since; nothing otherwise.
std::optional<ReadTally> from_memory(const std::string& memory, const std::string& print);

}  // namespace council_news
