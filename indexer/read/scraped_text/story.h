#pragma once

#include <optional>

#include "indexer/read/scraped_text/body.h"
#include "indexer/read/scraped_text/head.h"
#include "indexer/read/scraped_text/headline.h"
#include "indexer/read/scraped_text/page_line.h"

namespace council_news::scraped {

/// A part of the page that reads like an article.
struct Story {
  Head head;
  Body body;
};

/// The article of a page among all its stories: the first, unless that is only a greeting or a blurb before the menu
/// and the real one follows, with a repeated headline or its own byline. Nothing if there is no paragraph.
std::optional<Story> find_story(const PageLines& lines, const HeadlineCounts& counts);

}  // namespace council_news::scraped
