#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace council_news::page {

/// `text` without the lines that are of the page and not of the article: its headline again, a date or byline above the
/// first paragraph, what leads elsewhere, sources of pictures; and without all from notes to editors on. Title and
/// authors of `article` are known already.
std::string without_furniture(std::string_view text, const Article& article);

}  // namespace council_news::page
