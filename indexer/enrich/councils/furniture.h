#pragma once

#include <string_view>
#include <vector>

namespace council_news {

/// The paragraphs of a body that are the article's own. Readers cut furniture off by the structure of their source;
/// what slips through, job adverts, teasers, "read more" lines, notes to editors, sign-offs, is known here by its
/// wording, because no council in it may count.
std::vector<std::string_view> own_paragraphs(std::string_view body);

}  // namespace council_news
