#pragma once

#include <string>
#include <vector>

#include "common/article.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

struct Body {
  std::string text;  ///< paragraphs separated by a blank line; empty if the page has no article text
  std::vector<const html::Node*> containers;  ///< the elements that it was taken from
};

/// The article's own text, without the headline and everything around and within it: menus, share bars, related
/// stories, captions, comments, adverts, bylines, notes to editors. Title and authors of `article` must be set. Leaves
/// `page` measured without the dropped elements.
Body read_body(PageView& page, const Article& article);

}  // namespace council_news::page
