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
/// Each naming has a weight by place and evidence (the tables in councils.cc), each place counts a few of one council,
/// and the weights add up. Names alone count only in an article that speaks of local authorities. When it speaks of an
/// authority that it does not name ("the council", "the city's leader"), the most prominent place carries: it stands
/// for its authority. An article is about the councils whose score is high enough, alone and beside the best.
std::vector<CouncilEvidence> judge_councils(const Article& article, const CouncilNameFinder& finder);

}  // namespace council_news
