#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// Why an article counts as about its councils and topics, and as one that names others, a line each: `about Sandwell:
/// “Sandwell Council” in the headline`. Empty for an article of an archive that does not keep it; reindex renews it.
std::vector<std::string> attributions_of(const Article& article);

}  // namespace council_news
