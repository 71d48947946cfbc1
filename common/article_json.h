#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace council_news {

/// An article as one line of JSON, without the newline: the output of `parse` and `export`, and what the database
/// stores. Members are in the order of struct Article, with the day (article_day.h) after `published`; unknown ones are
/// absent. Always valid UTF-8.
std::string to_json(const Article& article);

/// The same without the day if that follows from the moment, as most do: so that an article has the version that it had
/// before days were written.
std::string version_json(const Article& article);

/// Reads what to_json wrote. Throws InputError for anything else.
Article from_json(std::string_view json);

}  // namespace council_news
