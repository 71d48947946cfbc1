#pragma once

#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// A state of an article: what merge_readings() gives for the readings up to its time.
struct Version {
  Timestamp at;
  Article article;
};

/// The versions of an article that differ in headline or text, the earliest first.
std::vector<Version> versions_of(const std::vector<Article>& readings);

/// The article as its source gave it: without its id and what enrichment added.
Article as_given(Article article);

/// Hash of an article as its source gave it, wherever it was read from and however its address was written. Equal
/// hashes mean that nothing is new.
std::string version_of(const Article& article);

}  // namespace council_news
