#include "indexer/read/read_document.h"

#include <algorithm>

#include "common/error.h"
#include "indexer/read/article_json_reader.h"
#include "indexer/read/charset.h"
#include "indexer/read/feed.h"
#include "indexer/read/json_feed.h"
#include "indexer/read/page.h"
#include "indexer/read/scraped_text.h"
#include "indexer/read/sniff.h"

namespace council_news {

void read_document(const Input& input, const ArticleSink& sink) {
  if (const auto kind = binary_kind(input.bytes); !kind.empty())
    throw NoArticleError(std::string(kind) + ", which this program does not read");
  if (is_binary(input.bytes)) throw InputError("neither a feed nor a page nor text");
  std::vector<std::string> warnings;
  const std::string text = to_utf8(input, warnings);
  const ArticleSink sink_with_warnings = [&](Article&& article) {
    article.warnings.insert(article.warnings.end(), warnings.begin(), warnings.end());
    sink(std::move(article));
  };
  switch (sniff(text)) {
    case Format::xml_feed:
      return read_xml_feed(input, text, sink_with_warnings);
    case Format::json_feed:
      return read_json_feed(input, text, sink_with_warnings);
    case Format::article_json:
      return read_article_json(input, text, sink_with_warnings);
    case Format::page:
      return sink_with_warnings(read_page(input, text));
    case Format::scraped_text:
      return sink_with_warnings(read_scraped_text(input, text));
    case Format::opml:
      throw NoArticleError("a list of feeds (OPML); council-index feeds import subscribes to them");
  }
}

}  // namespace council_news
