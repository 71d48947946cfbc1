#include "indexer/read/read_document.h"

#include "common/error.h"
#include "common/input_errors.h"
#include "indexer/read/article_json_reader.h"
#include "indexer/read/charset.h"
#include "indexer/read/read_feed.h"
#include "indexer/read/read_page.h"
#include "indexer/read/scraped_text.h"
#include "indexer/source/packing.h"

namespace council_news {

namespace {

Document decode_text(const Input& input) {
  if (const auto kind = binary_kind(input.bytes); !kind.empty())
    throw NoArticleError(std::string(kind) + ", which this program does not read");
  if (is_binary(input.bytes)) throw InputError("not a feed, a page or text");
  Document document;
  document.text = to_utf8(input, document.warnings);
  document.format = sniff(document.text);
  return document;
}

void read_format(const Input& input, const Document& document, const ArticleSink& sink, const HintsSink& hints) {
  const std::string& text = document.text;
  const ArticleSink sink_with_warnings = [&](Article&& article) {
    article.warnings.insert(article.warnings.end(), document.warnings.begin(), document.warnings.end());
    call_back([&] { sink(std::move(article)); });
  };
  switch (document.format) {
    case Format::xml_feed:
      return read_xml_feed(input, text, sink_with_warnings, hints);
    case Format::json_feed:
      return read_json_feed(input, text, sink_with_warnings, hints);
    case Format::article_json:
      return read_article_json(input, text, sink_with_warnings);
    case Format::page:
      return sink_with_warnings(read_page(input, text));
    case Format::scraped_text:
      return sink_with_warnings(read_scraped_text(input, text));
    case Format::opml:
      throw NoArticleError("a list of feeds (OPML); council-index feeds import subscribes to them");
    case Format::sitemap:
      throw NoArticleError("a sitemap; council-index feeds add subscribes to the pages that it lists");
  }
}

}  // namespace

Document decode(const Input& input) {
  return with_input_errors([&] { return decode_text(input); });
}

void read_articles(const Input& input, const Document& document, const ArticleSink& sink, const HintsSink& hints) {
  with_input_errors([&] { read_format(input, document, sink, hints); });
}

void read_document(const Input& input, const ArticleSink& sink) { read_articles(input, decode(input), sink); }

}  // namespace council_news
