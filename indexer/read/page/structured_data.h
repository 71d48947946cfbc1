#pragma once

#include <string>
#include <vector>

#include "indexer/read/html/html_document.h"

namespace council_news::page {

/// The article in a page's JSON-LD (schema.org). Strings are one line of plain text; dates are as written.
struct StructuredData {
  bool found = false;  ///< an object of an article type is present
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

/// Reads the JSON-LD of a page: single objects, lists and @graph, with references by @id. Skips broken blocks. An
/// object of a news article type takes precedence over one of a web page type.
StructuredData read_structured_data(const html::Document& document);

}  // namespace council_news::page
