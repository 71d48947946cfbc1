#include "indexer/feeds/feed_reading.h"

#include <algorithm>
#include <utility>

#include <fmt/core.h>

#include "common/error.h"
#include "common/hash.h"
#include "common/input_errors.h"
#include "common/interruption.h"
#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/enrich/identity.h"
#include "indexer/feeds/discovery.h"
#include "indexer/fetch/unpack.h"
#include "indexer/read/read_document.h"

namespace council_news {
namespace {

constexpr std::size_t kKeyPartLength = 12;

FeedReading problem_reading(FeedProblem problem, std::string error) {
  FeedReading reading;
  reading.problem = problem;
  reading.error = std::move(error);
  return reading;
}

FeedReading read_feed(const Input& input, const Document& document) {
  FeedReading reading;
  try {
    read_articles(
        input, document,
        [&](Article&& article) {
          reading.articles.push_back(std::move(article));
          stop_if_interrupted();
        },
        [&](FeedHints&& hints) { reading.hints = std::move(hints); });
  } catch (const InputError& error) {
    reading.problem = FeedProblem::not_a_feed;
    reading.error = error.what();
  }
  if (reading.hints.cut_off) {
    reading.problem = FeedProblem::cut_off;
    reading.error = "the feed is truncated";
  }
  return reading;
}

FeedReading reading_of(Sitemap&& sitemap, const Input& input) {
  FeedReading reading;
  reading.is_sitemap = true;
  const auto date_of = [](const SitemapEntry& entry) { return entry.published ? entry.published : entry.changed; };
  std::stable_sort(sitemap.entries.begin(), sitemap.entries.end(),
                   [&](const SitemapEntry& a, const SitemapEntry& b) { return date_of(a) > date_of(b); });
  if (sitemap.is_index) {
    reading.sitemaps = std::move(sitemap.entries);
    return reading;
  }
  for (const SitemapEntry& entry : sitemap.entries) {
    reading.pages.push_back({entry.url, entry.title, 0});
    if (entry.title.empty()) continue;
    Article& article = reading.articles.emplace_back();
    article.url = entry.url;
    article.title = entry.title;
    article.outlet = entry.outlet;
    article.published = entry.published;
    article.source = input.source;
    article.form = kEntryForm;
    article.captured = input.retrieved;
  }
  if (sitemap.cut_off) {
    reading.problem = FeedProblem::cut_off;
    reading.error = "the sitemap is truncated";
  }
  return reading;
}

FeedReading read_unpacked(const Input& input) {
  if (trim(input.bytes).empty()) return problem_reading(FeedProblem::not_a_feed, "an empty response instead of a feed");
  try {
    const Document document = decode(input);
    switch (document.format) {
      case Format::xml_feed:
      case Format::json_feed:
        return read_feed(input, document);
      case Format::sitemap:
        return reading_of(read_sitemap(document.text, input.url), input);
      case Format::page: {
        FeedReading reading = problem_reading(FeedProblem::html, "an HTML page instead of a feed");
        reading.feed_links = find_feed_links(document.text, input.url);
        return reading;
      }
      case Format::article_json:
      case Format::scraped_text:
      case Format::opml:
        break;
    }
    return problem_reading(FeedProblem::not_a_feed, "not a feed but a document of another format");
  } catch (const InputError& error) {
    return problem_reading(FeedProblem::not_a_feed, error.what());
  }
}

}  // namespace

FeedReading read_fetched_feed(Input input) {
  try {
    return with_input_errors([&] { return read_unpacked(unpack_response(std::move(input))); });
  } catch (const InputError& error) {
    return problem_reading(FeedProblem::not_a_feed, error.what());
  }
}

void apply_settings(const FeedSettings& settings, Article& article) {
  if (!settings.outlet.empty()) article.outlet = settings.outlet;
  if (!settings.council.empty()) article.given_councils = {settings.council};
  if (!settings.topic.empty()) article.given_topics = {settings.topic};
}

EntryKey entry_key(const Article& article) {
  Article anywhere = article;
  anywhere.outlet.clear();  // it may change
  const Identifiers identifiers = identifiers_of(anywhere);
  EntryKey key;
  key.url = identifiers.url.substr(0, kKeyPartLength);
  key.guid = identifiers.guid.substr(0, kKeyPartLength);
  if (key.url.empty() && key.guid.empty()) key.guid = hash_hex("title\n" + article.title).substr(0, kKeyPartLength);
  return key;
}

std::string to_string(const EntryKey& key) { return key.url + ":" + key.guid; }

EntryKey parse_entry_key(const std::string& text) {
  const std::size_t colon = std::min(text.find(':'), text.size());
  return {text.substr(0, colon), colon == text.size() ? std::string() : text.substr(colon + 1)};
}

}  // namespace council_news
