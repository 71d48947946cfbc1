#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/enrich/councils/council_names.h"

namespace council_news {

/// One thing that speaks for a council, for people: `“Sandwell Council” in the headline`. The weight is for comparison
/// only; what is one too many of its kind has none.
struct CouncilReason {
  std::string what;
  double weight = 0;
};

/// Which councils an article is about and which it names, by what evidence.
struct CouncilEvidence {
  const Council* council;
  double score = 0;
  std::vector<CouncilReason> reasons;  ///< the weightiest first, else in the order of the text
  bool about = false;
  std::string_view why_not;  ///< for people, why it is only mentioned: `little beside another`
};

/// Judges an article by the feed it is configured for, the host name of its address and its outlet, its headline, its
/// first paragraphs and its later text. Best first; every council named is in the list.
///
/// The model: which names stand for councils is settled by councils/article_names.h. Each has a weight by where it
/// stands (headline, first paragraph, second, later) and by its evidence (place, bare, office, council:
/// name_evidence.h), in one table in councils.cc; one by the way counts a part of it; each place counts a few of one
/// council; the weights add up. An article is about the councils whose score is high enough by itself and beside the
/// leading one's, and about those that its feed is configured for or that published it.
std::vector<CouncilEvidence> judge_councils(const Article& article, const CouncilNameFinder& finder);

}  // namespace council_news
