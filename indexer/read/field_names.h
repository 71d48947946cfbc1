#pragma once

#include <span>
#include <string_view>

#include "common/article_members.h"

namespace council_news {

/// The names of a member in other programs' JSON, in order of preference: our own (common/article_members.h), then
/// those of scrapers and APIs. A member without a row in the table has only its own name.
std::span<const std::string_view> field_names(MemberId member);

/// Names of a body given as HTML. It takes precedence over a body given as text.
std::span<const std::string_view> html_body_names();

}  // namespace council_news
