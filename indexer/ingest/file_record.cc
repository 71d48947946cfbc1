#include "indexer/ingest/file_record.h"

#include <filesystem>
#include <sstream>

#include <fmt/core.h>

#include "common/hash.h"
#include "indexer/read/read_document.h"

namespace council_news {

std::string file_key(const Source& source) {
  std::error_code error;  // the current folder was deleted: then the name has to do
  const std::filesystem::path absolute = std::filesystem::absolute(source.name, error);
  return kFileKeyPrefix + hash_hex(error ? source.name : absolute.lexically_normal().string());
}

std::string encode_file_record(const std::string& fingerprint, const ReadTally& tally) {
  return fmt::format("{} {} {} {} {}\n{}", kReaderVersion, tally.articles, tally.skipped, tally.failed, fingerprint,
                     tally.first_failure);
}

bool is_worth_recording(const ReadTally& tally) {
  constexpr std::size_t kHeadBytes = 4096;
  return tally.articles > 0 || (tally.skipped > 0 && tally.bytes > kHeadBytes);
}

std::optional<ReadTally> decode_file_record(const std::string& record, const std::string& fingerprint) {
  std::istringstream words(record);
  int version = 0;
  ReadTally tally;
  words >> version >> tally.articles >> tally.skipped >> tally.failed;
  if (!words || version != kReaderVersion || words.get() != ' ') return std::nullopt;
  std::string known_fingerprint;
  std::getline(words, known_fingerprint);
  if (known_fingerprint != fingerprint) return std::nullopt;
  std::getline(words, tally.first_failure);
  return tally;
}

}  // namespace council_news
