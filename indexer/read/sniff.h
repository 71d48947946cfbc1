#pragma once

#include <string_view>

namespace council_news {

/// The kind of a document, detected from its content alone: names and declared types are too often wrong.
enum class Format { xml_feed, json_feed, article_json, page, opml, sitemap, scraped_text };

/// The format of a document in UTF-8. Throws InputError if it is empty, NoArticleError if it is known to hold no
/// article (a script, a style sheet, other XML).
Format sniff(std::string_view text);

/// Whether the bytes are not text in any encoding: text has almost no control characters. To be called before decoding.
bool is_binary(std::string_view bytes);

}  // namespace council_news
