#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// What a scraper wrote above the text with a label of its own: `Title: …`, `Source: …`, `URL: …`.
struct LabelledFields {
  std::string title;
  std::string outlet;
  std::string url;
  std::string summary;
};

/// Reads the labelled lines among [begin, end). They count only together with a labelled title or address: `Source: …`
/// alone may name anything.
LabelledFields read_labelled_fields(const PageLines& lines, std::size_t begin, std::size_t end);

/// Whether it is one of the labels of these lines, in the form of fold_name.
bool is_field_label(std::string_view label);

}  // namespace council_news::scraped
