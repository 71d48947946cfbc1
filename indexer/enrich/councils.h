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

/// Judges an article by the host name of its address and its outlet, its headline, its first paragraphs and its later
/// text. Best first; every council named is in the list.
///
/// The model: which names stand for councils is settled by councils/article_names.h. Each has a weight by where it
/// stands (headline, first paragraph, second, later) and by its evidence (place, bare, office, council:
/// name_evidence.h), in one table in councils.cc; one by the way counts a part of it; each place counts a few of one
/// council; the weights add up. An article is about the councils whose score is high enough by itself and beside the
/// leading one's, and about those that published it.
std::vector<CouncilEvidence> judge_councils(const Article& article, const CouncilNameFinder& finder);

}  // namespace council_news
