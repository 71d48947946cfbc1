#include "indexer/ingest/file_memory.h"

#include <filesystem>
#include <sstream>

#include <fmt/core.h>

#include "common/hash.h"
#include "indexer/read/read_document.h"

namespace council_news {
std::string memory_key(const Source& source) {
  return kFileKeys + hash_hex(std::filesystem::absolute(source.name).lexically_normal().string());
}

std::string to_memory(const std::string& print, const ReadTally& tally) {
  return fmt::format("{} {} {} {} {}\n{}", kReaderVersion, tally.articles, tally.skipped, tally.failed, print,
                     tally.first_failure);
}

bool is_worth_remembering(const ReadTally& tally) {
  constexpr std::size_t kFirstBytes = 4096;
  return tally.articles > 0 || (tally.skipped > 0 && tally.bytes > kFirstBytes);
}

std::optional<ReadTally> from_memory(const std::string& memory, const std::string& print) {
  std::istringstream words(memory);
  int version = 0;
  ReadTally tally;
  words >> version >> tally.articles >> tally.skipped >> tally.failed;
  if (!words || version != kReaderVersion || words.get() != ' ') return std::nullopt;
  std::string known_print;
  std::getline(words, known_print);
  if (known_print != print) return std::nullopt;
  std::getline(words, tally.first_failure);
  return tally;
}

}  // namespace council_news
