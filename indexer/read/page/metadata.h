#pragma once

#include "common/article.h"
#include "indexer/read/page/page_view.h"
#include "indexer/source/input.h"

namespace council_news::page {

struct Metadata {
  Article article;                ///< all members except the body
  bool declared_article = false;  ///< the page declares itself an article
};

/// The metadata of the page's article: url, title, authors, published, updated, outlet, categories and summary. `page`
/// shows the parsed `html`.
Metadata read_metadata(const Input& input, std::string_view html, const PageView& page);

}  // namespace council_news::page
