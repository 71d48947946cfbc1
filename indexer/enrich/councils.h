#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/councils/council_names.h"

namespace council_news {

/// One piece of evidence for a council, human-readable: `“Sandwell Council” in the headline`. The weight is for
/// comparison only; mentions beyond the maximum of their position have weight 0.
struct CouncilReason {
  std::string what;
  double weight = 0;
};

/// A council that an article is about or mentions, with the evidence.
struct CouncilEvidence {
  const Council* council;
  double score = 0;
  std::vector<CouncilReason> reasons;  ///< by descending weight, equal ones in text order
  bool about = false;
  std::string_view why_not;  ///< human-readable, why it is only mentioned: `too little evidence`
};

/// Finds the councils of an article from its configured feed, the host of its address and its outlet, its headline, its
/// first paragraphs and its later text. Best first; every council named is in the list.
///
/// The model: councils/article_names.h decides which names stand for councils. Each mention has a weight by its
/// position (headline, first paragraph, second, later) and its evidence (place, bare, office, council:
/// name_evidence.h), in one table in councils.cc. Passing mentions have a fraction of that weight, and each position
/// counts only a few mentions of one council. The weights add up. An article is about the councils whose score is high
/// enough, absolutely and relative to the best one's, and about those that its feed is configured for or that published
/// it.
std::vector<CouncilEvidence> judge_councils(const Article& article, const CouncilNameFinder& finder);

}  // namespace council_news
