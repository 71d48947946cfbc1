#pragma once

#include <string>
#include <string_view>

#include "common/article.h"
#include "indexer/read/page/page_body.h"
#include "indexer/read/page/page_view.h"

namespace council_news::page {

/// The kind of a page. Anything but `article` must be certain: rejecting a real article is worse than accepting a page
/// that is not one.
enum class PageKind { article, listing, consent_wall, login, error, empty };

/// `declared_article`: the metadata calls the page an article.
PageKind page_kind(const PageView& page, const Article& article, const Body& body, bool declared_article);

/// Description for messages: `a list of articles`.
std::string_view describe(PageKind kind);

/// A hint for the user on what to do with a page that is not an article. Names the page's own feed if it has one.
std::string hint_for(PageKind kind, const PageView& page, std::string_view url);

}  // namespace council_news::page
