#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// Why an article has its councils, mentions and topics, one line each: `about Sandwell: “Sandwell Council” in the
/// headline`. Empty for an article of an older archive that does not store it; reindex adds it.
std::vector<std::string> attributions_of(const Article& article);

}  // namespace council_news
