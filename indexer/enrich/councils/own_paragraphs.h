#pragma once

#include <string_view>
#include <vector>

namespace council_news {

/// The paragraphs of a body in which councils count. Readers remove furniture (read/press/own_text.h), but an archive
/// may have texts that were read before the table had a phrase, so it is applied again. A last line about the author
/// stays in the text but does not count here.
std::vector<std::string_view> own_paragraphs(std::string_view body);

}  // namespace council_news
