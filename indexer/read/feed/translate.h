#pragma once

#include "indexer/read/feed/raw_feed.h"
#include "indexer/source/input.h"

namespace council_news {

/// Makes articles of the items of a feed, whatever its format, and hands them to `sink` in the order of the feed. All
/// rules of precedence stand here: which of several fields is the title, the address, the text. An item that says
/// nothing is passed over.
///
/// The body is the full content if the item has one, else its description; only beside a full content is the
/// description the summary. Authors are those of the item, else of the source it was taken from, else of the feed.
/// Without a published date only `updated` is known: a feed that never says when an item appeared does not say so by
/// its last change. A guid on several different items identifies none of them and is dropped. What is odd about an
/// item, dates after input.retrieved among it, is in its warnings.
void translate_feed(const Input& input, const RawFeed& feed, const ArticleSink& sink);

}  // namespace council_news
