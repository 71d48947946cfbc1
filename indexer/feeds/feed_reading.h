#pragma once

#include <string>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/read/feed/feed_hints.h"
#include "indexer/read/sitemap.h"
#include "indexer/source/input.h"

namespace council_news {

/// What a document that should be a feed turned out to be.
struct FeedReading {
  FeedProblem problem = FeedProblem::none;  ///< html, not_a_feed, cut_off (then with what came before the cut)
  std::string error;                        ///< for people, if there is a problem
  FeedHints hints;
  std::vector<Article> articles;
  std::vector<std::string> feed_links;  ///< of a page: the feeds that it names, absolute, the likeliest first
  bool is_sitemap = false;              ///< then articles are those that it gives a headline of
  std::vector<PendingPage> pages;       ///< of a sitemap, the newest first
  std::vector<SitemapEntry> sitemaps;   ///< of an index of sitemaps, the newest first
};

/// Reads an RSS, RDF, Atom or JSON feed, or a sitemap, packed by gzip or not. Never throws for what stands in the
/// document.
FeedReading read_fetched_feed(Input input);

/// Puts what a person has said of a feed above what its article says.
void tell(const FeedSettings& settings, Article& article);

/// How an entry is remembered from one run to the next: the beginnings of its identities (identity.h) by its address
/// and by its guid alone. Two entries are the same when either is, unless it is empty.
struct EntryKey {
  std::string url;
  std::string guid;
};
EntryKey entry_key(const Article& article);
std::string to_string(const EntryKey& key);
EntryKey parse_entry_key(const std::string& text);

}  // namespace council_news
