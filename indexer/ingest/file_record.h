#pragma once

#include <optional>
#include <string>

#include "indexer/ingest/source_reader.h"
#include "indexer/source/source.h"

namespace council_news {

/// Files that were read are recorded in the metadata of the database, so that the next run skips unchanged ones.

/// Prefix of the metadata keys of all recorded files.
inline constexpr const char* kFileKeyPrefix = "file:";

/// The metadata key of a file, which depends on its absolute path.
std::string file_key(const Source& source);

/// Encodes the fingerprint of a file that was read and the counts of its documents.
std::string encode_file_record(const std::string& fingerprint, const ReadTally& tally);

/// False for a file that only failed, so that all its failures are reported every time, and for one that was skipped
/// after reading its first bytes, since that is as quick the next time.
bool is_worth_recording(const ReadTally& tally);

/// Decodes the counts, if the fingerprint is the same and kReaderVersion has not been raised since; nothing otherwise.
std::optional<ReadTally> decode_file_record(const std::string& record, const std::string& fingerprint);

}  // namespace council_news
