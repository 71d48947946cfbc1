#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace council_news::page {

/// `text` without repetitions of its headline and without date and byline above the first paragraph. Title and authors
/// of `article` must be set.
std::string without_top_lines(std::string_view text, const Article& article);

}  // namespace council_news::page
