#pragma once

#include <string>

namespace council_news {

/// Takes away what a content management system adds to the text of every item: "The post … appeared first on …",
/// "Continue reading", "Read more". Only at its end, and only as a whole line.
void drop_footer(std::string& text);

}  // namespace council_news
