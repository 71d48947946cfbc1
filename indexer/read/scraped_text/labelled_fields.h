#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// Fields that a scraper wrote above the text with its own labels: `Title: …`, `Source: …`, `URL: …`.
struct LabelledFields {
  std::string title;
  std::string outlet;
  std::string url;
  std::string summary;
};

/// Reads the labelled lines in [begin, end). They count only together with a labelled title or address: `Source: …`
/// alone may be anything.
LabelledFields read_labelled_fields(const PageLines& lines, std::size_t begin, std::size_t end);

/// Whether `label`, in the form of fold_name, is the label of one of these fields.
bool is_field_label(std::string_view label);

}  // namespace council_news::scraped
