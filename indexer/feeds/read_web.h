#pragma once

#include <string>
#include <vector>

#include "indexer/ingest/source_reader.h"

namespace council_news {

/// Settings for the web requests of `add`, `parse` and `update`.
struct WebOptions {
  bool allow_private = false;  ///< allow addresses of this machine and its local network
  std::string contact;         ///< for the User-Agent header; see user_agent()
  std::string ca_file;         ///< trusted certificate authorities; empty: the system's
};

/// The operands of a command line, by kind.
struct Operands {
  std::vector<std::string> urls;   ///< URLs, and those in the named feed lists (OPML), without duplicates
  std::vector<std::string> files;  ///< all others
};

/// Sorts operands by kind. A feed list that cannot be read is returned in `files`, whose reader reports the error.
Operands split_operands(const std::vector<std::string>& operands);

/// Fetches documents and reads their articles, as SourceReader does for files: from many hosts concurrently, one
/// request per host at a time, following redirects. Stores no state, unlike `update`. Throws Interrupted.
void read_web(const std::vector<std::string>& urls, const WebOptions& options, Timestamp now, const ReadEvents& events);

}  // namespace council_news
