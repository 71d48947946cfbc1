#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// Text of others for XML and HTML, in elements and attributes: control characters and signs that turn the direction
/// of writing gone, the five special signs as references. Newlines stay.
std::string escape_markup(std::string_view text);

/// `url` if it is an http or https address that can be linked to as it is; else empty. Nothing else may become a link.
std::string safe_link(std::string_view url);

}  // namespace council_news
