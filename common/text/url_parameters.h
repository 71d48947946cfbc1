#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// `query` (escapes normalised) without the parameters that never say which page it is, whatever their value: tracking
/// and session ids.
std::string without_tracking(std::string_view query);

/// Also without those whose value shows that they do not (`ref=rss`, but not `ref=24/00123/FUL`), and without empty
/// ones, sorted by name. Parameters with the same name keep their order.
std::string canonical_query(std::string_view query);

/// Whether a parameter of a path segment (`;name=value`) is a session id.
bool is_session_parameter(std::string_view parameter);

}  // namespace council_news
