#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// Escapes untrusted text for XML and HTML, in elements and attributes: removes control characters and bidi controls,
/// and replaces the five special characters. Newlines stay.
std::string escape_markup(std::string_view text);

/// `url` if it is an http or https address that is safe to link to, else empty. No other link may be written.
std::string safe_link(std::string_view url);

}  // namespace council_news
