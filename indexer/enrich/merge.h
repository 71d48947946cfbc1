#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// Two readings of one article at one time, say from a feed and from its page: the fuller value of every field. The
/// order does not matter, neither of the two nor among more than two.
Article combine(const Article& a, const Article& b);

/// An article seen again later, and changed: what is new counts and nothing known is lost. A text less than half as
/// long is a blurb of it and replaces nothing. A changed text or headline sets `changed` to `seen_at`, and an earlier
/// headline is kept.
Article update(const Article& stored, const Article& seen, Timestamp seen_at);

/// The article that readings tell of, each with the time of its run as last_seen: those of one run combined, and runs
/// as updates, the earliest first. The order in which they are given does not matter. There is at least one.
Article merge_readings(std::vector<Article> readings);

/// An article as its source gave it: without its id and what we know of it.
Article as_given(Article article);

/// Hash of an article as its source gave it, wherever it was read from: two equal ones say nothing new.
std::string version_of(const Article& article);

}  // namespace council_news
