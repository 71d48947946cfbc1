#pragma once

#include "indexer/read/feed/raw_feed.h"
#include "indexer/source/input.h"

namespace council_news {

/// Converts the items of a feed of any format to articles and hands them to `sink` in feed order. All rules of
/// precedence are here: which of several fields is the title, the address, the text. Items without content are skipped.
///
/// The body is the full content if the item has one, else its description. The description is the summary only beside a
/// full content. Authors are those of the item, else of its source, else of the feed. An item with only an `updated`
/// date has no publication date: the last change does not tell when it appeared. A guid shared by several different
/// items identifies none of them and is dropped. Oddities of an item, such as a date that cannot be read, become its
/// warnings.
void translate_feed(const Input& input, const RawFeed& feed, const ArticleSink& sink);

}  // namespace council_news
