#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/enrich/councils/council_names.h"
#include "indexer/enrich/councils/naming.h"

namespace council_news {

struct ArticleNames {
  std::vector<Naming> namings;             ///< in order
  std::vector<const Council*> configured;  ///< the councils that its feed is configured for
  std::vector<const Council*> site;        ///< the councils whose site or outlet published it
};

/// The councils that an article names. Views are into the article.
///
/// What the passages leave open is settled here, over the whole article: offices and bare names count only where the
/// article speaks of local authorities; a name that is somebody's surname in it counts only with a council word;
/// "Newcastle" is the Newcastle-under-Lyme named in full, "the Kent council" the one within Kent that is named. In an
/// article on authorities, and in one on elections to them, names count that say nothing by themselves. And places
/// carry: when the text means an authority that it does not name ("the council", "the city's leader", "the three
/// councils"), the most prominent place so far stands for it, or the list of just so many.
ArticleNames read_article_names(const Article& article, const CouncilNameFinder& finder);

}  // namespace council_news
