#pragma once

#include <string>
#include <string_view>

#include "common/article.h"

namespace council_news {

/// An article as one line of JSON, without the newline: the output of `parse` and `export`, and what the database
/// stores. Members are in the order of struct Article; unknown ones are absent. Always valid UTF-8.
std::string to_json(const Article& article);

/// Reads what to_json wrote. Throws InputError for anything else.
Article from_json(std::string_view json);

}  // namespace council_news
