#pragma once

#include <string_view>

namespace council_news {

/// What a document is, judged by its content alone: names and declared types lie too often.
enum class Format { xml_feed, json_feed, article_json, page, opml, sitemap, scraped_text };

/// The format of a document, given as UTF-8. Throws InputError for an empty one, NoArticleError for what is known to
/// hold no article (a program, a style sheet, other XML).
Format sniff(std::string_view text);

/// Are these bytes no text in any character set? Text has next to no control characters. Asked before any decoding.
bool is_binary(std::string_view bytes);

}  // namespace council_news
