#pragma once

#include <string_view>
#include <vector>

#include "searcher/answer/answer.h"

namespace council_news {

/// The words of two texts compared: every word of both, in order, joined into runs. Without the added runs it is the
/// old text with single spaces, without the removed ones the new text. A removed run comes before the added one that
/// replaces it. Texts that have little in common are replaced as a whole; so is the middle of very different long ones,
/// because the exact comparison would take too long.
Edits diff_words(std::string_view before, std::string_view after);

/// The changed paragraphs of a text, in order. A paragraph that became another is compared word by word; one that only
/// went or came is a single run. Texts that differ only in white space and in where paragraphs end have no changes.
std::vector<Edits> diff_paragraphs(std::string_view before, std::string_view after);

/// Edits for reading: of the unchanged words, only `context` on each side of a change, with … for the others.
Edits with_context(const Edits& edits, std::size_t context);

/// The number of words, separated by white space.
std::size_t count_words(std::string_view text);

}  // namespace council_news
