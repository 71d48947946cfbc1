#pragma once

#include <string>
#include <vector>

#include "indexer/read/html/document.h"

namespace council_news::page {

/// What a page says of its article in JSON-LD (schema.org). Strings are one line of plain text; dates as written.
struct StructuredData {
  bool found = false;  ///< an object of an article's type was there
  std::string headline;
  std::vector<std::string> authors;
  std::string published;
  std::string modified;
  std::string publisher;
  std::string description;
  std::string url;
  std::vector<std::string> sections;
  std::vector<std::string> keywords;
};

/// Reads the JSON-LD of a page: single objects, lists and @graph, with its references by @id. Broken blocks are passed
/// over. An object of a news article's type wins over one of a web page's.
StructuredData read_structured_data(const html::Document& document);

}  // namespace council_news::page
