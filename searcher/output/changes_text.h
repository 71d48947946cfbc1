#pragma once

#include <cstddef>
#include <iosfwd>
#include <string>
#include <vector>

#include "searcher/output/writer.h"

namespace council_news {

/// Unchanged words shown on each side of a change.
inline constexpr std::size_t kContext = 6;

/// When a version was read, such as `25 Nov 2026, 01:00 UTC`.
std::string version_heading(const ArticleVersion& version);

/// What is to be said of a version apart from its edits, a sentence each: headline and length of the first; that the
/// full text was read; at the last one, what else is known of the article's history.
std::vector<std::string> version_remarks(const History& history, const ArticleVersion& version);

/// Writes the versions of an article as text: removed words struck out and added words underlined, in colour; without
/// colour as `[-removed-]` and `{+added+}`.
void write_changes(const History& history, const Style& style, std::size_t width, std::ostream& out);

}  // namespace council_news
