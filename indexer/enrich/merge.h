#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// Combines two readings of one article from the same run, say from a feed and from its page: the fuller value of every
/// member. Commutative and associative.
Article combine(const Article& a, const Article& b);

/// Updates an article with a later reading: new values replace old ones, and no known value is lost. A text less than
/// half as long is a blurb and replaces nothing. A changed text or headline sets `changed` to `seen_at`, and an earlier
/// headline is kept.
Article update(const Article& stored, const Article& seen, Timestamp seen_at);

/// The article of the given readings, of which there is at least one; last_seen is the time of each one's run. Readings
/// of one run are combined, and runs are applied as updates, the earliest first. The order of the arguments does not
/// matter.
Article merge_readings(std::vector<Article> readings);

/// The article as its source gave it: without its id and what enrichment added.
Article as_given(Article article);

/// Hash of an article as its source gave it, wherever it was read from. Equal hashes mean that nothing is new.
std::string version_of(const Article& article);

}  // namespace council_news
