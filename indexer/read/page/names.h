#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace council_news::page {

/// The names in a byline as written: `By Ann Smith and Bob Jones, Local Democracy Reporter` → Ann Smith, Bob Jones.
/// Words around the names, roles, places of work, dates, addresses and e-mail go; so do accounts that are no names
/// (`admin`).
std::vector<std::string> names_in_byline(std::string_view byline);

/// Whether a line begins with the words that bylines begin with: `By Ann Smith`, `Words: Ann Smith`.
bool begins_like_byline(std::string_view line);

/// Whether a line says what its writer is and no more: `Local Democracy Reporter`, `Political Editor, Vale Herald`.
bool is_role(std::string_view line);

/// The name in a text that is one (of metadata), without the same junk; empty if nothing is left.
std::string clean_name(std::string_view text);

}  // namespace council_news::page
