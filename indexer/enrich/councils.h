#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/council_names.h"

namespace council_news {

/// Which councils an article is about and which it names, by what evidence. Scores are weights for comparison only.
struct CouncilEvidence {
  const Council* council;
  double score = 0;
  std::vector<std::string> reasons;  ///< for people: `headline: "Sandwell Council"`
  bool about = false;
};

/// Judges an article by the host name of its address, its headline, its first paragraphs and its later text, in this
/// order of weight. Best first; every council named is in the list.
std::vector<CouncilEvidence> judge_councils(const Article& article, const CouncilNameFinder& finder);

}  // namespace council_news
