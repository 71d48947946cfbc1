#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "common/text/timestamp.h"
#include "indexer/read/html/html_document.h"
#include "indexer/read/page/meta_tags.h"

namespace council_news::page {

/// What the program that saved a page to disk wrote into it. Empty if there is nothing, or if the page was not on the
/// web (`about:internet`, `file://`).
struct SavedPage {
  std::string url;
  std::optional<Timestamp> saved;
};

/// Reads the marks of browsers, SingleFile, HTTrack, monolith, Save Page WE, ScrapBook and the Wayback Machine; the
/// first with an address counts. `document` is the parsed `html`, and `meta` its <meta> elements.
SavedPage read_saved_page(std::string_view html, const html::Document& document, const MetaTags& meta);

/// The address of the page that a web archive replays
/// (`https://web.archive.org/web/20190606081512/https://news.example/a` or without its beginning, as in rewritten
/// links) and when it was captured. `address` itself if it is none.
SavedPage unarchived(std::string_view address);

}  // namespace council_news::page
