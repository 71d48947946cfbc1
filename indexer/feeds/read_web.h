#pragma once

#include <string>
#include <vector>

#include "indexer/ingest/source_reader.h"

namespace council_news {

/// How `add` and `parse` ask the web.
struct WebOptions {
  bool allow_private = false;  ///< addresses of this machine and its own network, too
  std::string contact;         ///< for the User-Agent; see user_agent()
  std::string ca_file;         ///< certificate authorities to trust instead of the system's
};

/// Operands of a command line, told apart.
struct Operands {
  std::vector<std::string> urls;   ///< web addresses, and those in the feed lists (OPML) that were named; each once
  std::vector<std::string> files;  ///< the others
};

/// What cannot be read as the list that it seems to be is among `files`, whose reader will say why.
Operands split_operands(const std::vector<std::string>& operands);

/// Fetches the documents once and reads their articles, as SourceReader does with files: many hosts at once, one
/// request a host at a time, redirects followed. Nothing is remembered of them: that is what `update` is for.
void read_web(const std::vector<std::string>& urls, const WebOptions& options, Timestamp now, const ReadEvents& events);

}  // namespace council_news
