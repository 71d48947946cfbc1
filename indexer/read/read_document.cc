#include "indexer/read/read_document.h"

#include <string_view>

#include <fmt/core.h>

#include "common/add_new.h"
#include "common/error.h"
#include "common/input_errors.h"
#include "indexer/read/article_json_reader.h"
#include "indexer/read/charset.h"
#include "indexer/read/entry_ids.h"
#include "indexer/read/read_feed.h"
#include "indexer/read/read_page.h"
#include "indexer/read/scraped_text.h"
#include "indexer/source/packing.h"

namespace council_news {
namespace {

/// A later date is not today's in any zone.
constexpr std::int64_t kLongestAhead = 24 * 60 * 60;

/// The articles of a longer document are delivered as they are read. Then only the second of several that share an
/// address knows it; the archive learns it for all of them.
constexpr std::size_t kStreamed = std::size_t{1} << 20;

/// Warns of a date after `latest`, when the document was fetched or is read. The date is kept: it may be a slip, or an
/// event.
void check_date(Article& article, Timestamp latest) {
  if (!article.published || article.published->seconds <= latest.seconds + kLongestAhead) return;
  add_new(article.warnings, fmt::format("publication date {} is in the future", format_timestamp(*article.published)));
}

/// The kind of document that the articles of a format come from.
const char* form_of(Format format) {
  switch (format) {
    case Format::xml_feed:
    case Format::json_feed:
    case Format::sitemap:
      return kEntryForm;
    case Format::page:
    case Format::scraped_text:
      return kPageForm;
    case Format::article_json:
    case Format::opml:
      break;
  }
  return kRecordForm;
}

bool is_form(std::string_view form) { return form == kEntryForm || form == kPageForm || form == kRecordForm; }

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
  const Timestamp latest = input.retrieved.value_or(now());
  const ArticleSink finish = [&](Article&& article) {
    check_date(article, latest);
    article.warnings.insert(article.warnings.end(), document.warnings.begin(), document.warnings.end());
    // An export of ours says more; the members of other programs mean something else.
    if (!is_form(article.form)) article.form = form_of(document.format);
    std::erase_if(article.shared, [](const std::string& what) { return what != kSharedUrl; });
    if (!article.captured) article.captured = input.retrieved;
    call_back([&] { sink(std::move(article)); });
  };
  switch (document.format) {
    case Format::xml_feed:
      return read_xml_feed(input, text, finish, hints);
    case Format::json_feed:
      return read_json_feed(input, text, finish, hints);
    case Format::article_json:
      return read_article_json(input, text, finish);
    case Format::page:
      return finish(read_page(input, text));
    case Format::scraped_text:
      return finish(read_scraped_text(input, text));
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
  EntryIds ids(document.format);
  if (document.text.size() > kStreamed) {
    const ArticleSink mark_one = [&](Article&& article) {
      ids.add(article);
      ids.mark(article);
      sink(std::move(article));
    };
    return with_input_errors([&] { read_format(input, document, mark_one, hints); });
  }
  std::vector<Article> articles;
  const auto deliver = [&] {
    for (Article& article : articles) {
      ids.mark(article);
      sink(std::move(article));
    }
  };
  const ArticleSink collect = [&](Article&& article) {
    ids.add(article);
    articles.push_back(std::move(article));
  };
  try {
    with_input_errors([&] { read_format(input, document, collect, hints); });
  } catch (const InputError&) {
    deliver();  // what was read before the fault
    throw;
  }
  deliver();
}

void read_document(const Input& input, const ArticleSink& sink) {
  bool cut_off = false;
  read_articles(input, decode(input), sink, [&](FeedHints&& hints) { cut_off = hints.cut_off; });
  if (cut_off) throw InputError("the feed is truncated", "was it saved completely? What was whole in it was read");
}

}  // namespace council_news
