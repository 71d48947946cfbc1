#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

struct Body {
  std::string text;  ///< paragraphs apart by a blank line; empty if nothing reads like an article
  std::vector<const html::Node*> containers;  ///< what it was taken from
};

/// The article's own text, without the headline and without what stands around and between: menus, share bars, related
/// stories, captions, comments, adverts, bylines, notes to editors. Title and authors of `article` are known already.
/// Measures `page` anew, without those.
Body read_body(PageView& page, const Article& article);

}  // namespace council_news::page
