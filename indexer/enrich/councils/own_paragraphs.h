#pragma once

#include <string_view>
#include <vector>

namespace council_news {

/// The paragraphs of a body in which councils count. Readers have taken furniture away (read/press/own_text.h); an
/// archive may hold texts that were read before its table knew a phrase, so it is asked again. A last line that says
/// who the author is, is not taken from the text, but does not count here.
std::vector<std::string_view> own_paragraphs(std::string_view body);

}  // namespace council_news
