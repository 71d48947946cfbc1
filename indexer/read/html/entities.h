#pragma once

#include <string>
#include <string_view>

namespace council_news::html {

/// In an attribute, a reference without a semicolon is left alone if a letter, digit or `=` follows: `?a=1&copy=2`.
enum class EntityContext { text, attribute };

/// `text` with its character references decoded by the rules of the HTML standard. Unknown references stay as written.
std::string decode_entities(std::string_view text, EntityContext context = EntityContext::text);

/// The same, appended to `out`.
void append_decoded(std::string& out, std::string_view text, EntityContext context = EntityContext::text);

}  // namespace council_news::html
