#pragma once

#include <string>
#include <vector>

#include "indexer/feeds/feed.h"
#include "indexer/read/feed/feed_hints.h"
#include "indexer/read/sitemap.h"
#include "indexer/source/input.h"

namespace council_news {

/// The contents of a fetched document that should be a feed.
struct FeedReading {
  FeedProblem problem = FeedProblem::none;  ///< html, not_a_feed or cut_off (then with the part before the cut)
  std::string error;                        ///< human-readable, if there is a problem
  FeedHints hints;
  std::vector<Article> articles;
  std::vector<std::string> feed_links;  ///< of a page: URLs of the feeds it links to, best first
  bool is_sitemap = false;              ///< then `articles` has only entries with a headline
  std::vector<PendingPage> pages;       ///< of a sitemap, newest first
  std::vector<SitemapEntry> sitemaps;   ///< of a sitemap index, newest first
};

/// Reads an RSS, RDF, Atom or JSON feed or a sitemap, optionally gzipped. Errors in the document are returned, not
/// thrown.
FeedReading read_fetched_feed(Input input);

/// Overrides the outlet, council and topic of an article with those set for its feed.
void apply_settings(const FeedSettings& settings, Article& article);

/// Identifies an entry across runs by prefixes of its identities (enrich/identity.h) from its URL and its guid. Two
/// entries are the same if either non-empty part is equal.
struct EntryKey {
  std::string url;
  std::string guid;
};
EntryKey entry_key(const Article& article);
std::string to_string(const EntryKey& key);
EntryKey parse_entry_key(const std::string& text);

}  // namespace council_news
