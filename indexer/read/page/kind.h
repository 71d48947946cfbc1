#pragma once

#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/read/page/body.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// What a page is. Only what is surely no article is called something else: to refuse a true article is worse than to
/// take a page that is none.
enum class PageKind { article, listing, consent_wall, login, error, empty };

/// `says_article`: its metadata call it an article.
PageKind page_kind(const PageView& page, const Article& article, const Body& body, bool says_article);

/// What a page of that kind is, for people: `a list of articles`.
std::string_view describe(PageKind kind);

/// How to go on with a page that is no article. Names the page's own feed if it has one.
std::string hint_for(PageKind kind, const PageView& page, std::string_view url);

}  // namespace council_news::page
