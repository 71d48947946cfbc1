#pragma once

#include <span>
#include <string_view>

#include "common/article_members.h"

namespace council_news {

/// The names under which a member of an article is found in what programs write, the surest first: our own
/// (common/article_members.h), then those that scrapers and APIs use. A member of no row here has its own name only.
std::span<const std::string_view> field_names(MemberId member);

/// Names of the body given as HTML, which counts before a body given as text.
std::span<const std::string_view> html_body_names();

}  // namespace council_news
