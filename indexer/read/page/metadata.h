#pragma once

#include "common/article.h"
#include "indexer/read/page/page_view.h"
#include "indexer/source/input.h"

namespace council_news::page {

struct Metadata {
  Article article;            ///< all but the body
  bool says_article = false;  ///< the page calls itself an article
};

/// All that a page says of its article: url, title, authors, published, updated, outlet, categories and summary.
Metadata read_metadata(const Input& input, const PageView& page);

}  // namespace council_news::page
