#pragma once

#include <string>
#include <string_view>

namespace council_news::page {

/// `text` without the lines that are of the page and not of the article: its headline again, a date or byline above the
/// first paragraph, what leads elsewhere, sources of pictures; and without all from notes to editors on.
std::string without_furniture(std::string_view text, std::string_view title);

}  // namespace council_news::page
