#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// Words by which a line is known. `pattern` is written as fold_name writes text; `#` stands for a number, a final `*`
/// for any words that follow, a leading `*` for any that go before.
struct Marker {
  std::string_view pattern;
  LineRole role;
  std::size_t most_words = 12;  ///< a longer line is not meant: it may be a sentence of the article
};

/// Lines that end an article (role end) or interrupt it (role pause), and all others. The first that matches counts, an
/// end before the others.
std::span<const Marker> end_markers();
std::span<const Marker> phrase_markers();

/// A label is what stands before a line's colon, or a line that has no more than it.
struct Label {
  std::string_view label;  ///< as fold_name writes it
  LineRole role;
};

std::span<const Label> label_markers();

/// `key` is as fold_name writes it.
bool matches(std::string_view key, std::string_view pattern);

}  // namespace council_news::scraped
