#pragma once

#include <vector>

#include "common/article.h"
#include "indexer/enrich/councils/council_names.h"
#include "indexer/enrich/councils/mention.h"

namespace council_news {

struct ArticleNames {
  std::vector<Mention> mentions;           ///< in text order
  std::vector<const Council*> configured;  ///< councils that its feed is configured for
  std::vector<const Council*> site;        ///< councils whose site or outlet published it
};

/// The councils that an article names. Views are into the article.
///
/// This resolves over the whole article what single passages leave open. Offices and bare names count only if the
/// article is about local authorities. A name that is somebody's surname in the article counts only with a council
/// word. "Newcastle" is Newcastle-under-Lyme if that is named in full, and "the Kent council" is the council within
/// Kent that is named. In an article about authorities or council elections, weaker mentions count too. Places resolve
/// references: if the text refers to an unnamed authority ("the council", "the city's leader", "the three councils"),
/// it means the most prominent place so far, or the last list of that many names.
ArticleNames read_article_names(const Article& article, const CouncilNameFinder& finder);

}  // namespace council_news
