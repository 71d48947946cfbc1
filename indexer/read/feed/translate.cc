#include "indexer/read/feed/translate.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

#include <fmt/core.h>

#include "common/add_new.h"
#include "common/text/date_reading.h"
#include "common/text/utf8.h"
#include "indexer/read/feed/field_choice.h"
#include "indexer/read/feed/item_address.h"
#include "indexer/read/feed/plain_text.h"
#include "indexer/read/press/furniture/own_text.h"
#include "indexer/read/press/people/byline.h"

namespace council_news {
namespace {

constexpr std::string_view kTitle[] = {"title", "atom:title", "media:title", "dc:title", "itunes:title"};
constexpr std::string_view kContent[] = {"content:encoded", "xhtml:body", "content",  "atom:content",
                                         "fullitem",        "body",       "xhtml:div"};
constexpr std::string_view kSummary[] = {"summary", "atom:summary"};
constexpr std::string_view kDescription[] = {"description", "dc:description", "abstract", "dcterms:abstract"};
/// The description of a podcast or picture, used if nothing else describes the item.
constexpr std::string_view kCaption[] = {"itunes:summary", "googleplay:description", "media:description",
                                         "itunes:subtitle"};
constexpr std::string_view kPublished[] = {"pubdate", "published",       "atom:published", "issued", "dcterms:issued",
                                           "dc:date", "dcterms:created", "created",        "date"};
constexpr std::string_view kUpdated[] = {"updated", "atom:updated", "modified", "dcterms:modified", "@lastmod"};
constexpr std::string_view kAuthors[] = {"author",    "atom:author",   "dc:creator",
                                         "dc:author", "itunes:author", "googleplay:author"};
constexpr std::string_view kCategories[] = {"category",        "atom:category",  "dc:subject",
                                            "dcterms:subject", "media:category", "itunes:category"};
constexpr std::string_view kKeywords[] = {"itunes:keywords", "media:keywords"};
constexpr std::string_view kPublisher[] = {"dc:publisher", "itunes:author"};

/// The web did not exist before; a feed with an earlier date has lost the real one.
constexpr int kFirstYear = 1990;
constexpr std::size_t kLongestQuote = 60;

/// Converts the items of one feed.
class Translator {
 public:
  Translator(const Input& input, const RawFeed& feed)
      : input_(input), feed_(feed), home_(home_of(feed)), outlet_(first_line(feed.fields, kTitle)) {
    if (outlet_.empty()) outlet_ = first_line(feed.fields, kPublisher);
    find_shared_guids();
  }

  /// Nothing if the item is not an article.
  std::optional<Article> article(const RawItem& item) const {
    Article article;
    article.source = input_.source;
    article.warnings = feed_.warnings;
    article.title = first_line(item.fields, kTitle);
    set_text(item, article);
    set_identity(item, article);
    article.authors = authors_of(item);
    article.categories = categories_of(item);
    set_dates(item, article);
    if (is_empty(article)) return std::nullopt;
    article.outlet = first_line(item.source, kTitle);
    // An RSS source without a name means that the item is from another, unknown feed.
    const bool elsewhere = item.source.size() == 1 && item.source.front().value.empty();
    if (article.outlet.empty() && !elsewhere) article.outlet = outlet_;
    return article;
  }

 private:
  static bool is_empty(const Article& article) {
    return article.title.empty() && article.body.empty() && article.url.empty() && article.guid.empty() &&
           article.authors.empty() && article.categories.empty() && !article.published && !article.updated;
  }

  /// Finds guids of items that differ in address or title. Exact repetitions of an item do not count.
  void find_shared_guids() {
    std::map<std::string, std::pair<std::string, std::string>> seen;
    for (const RawItem& item : feed_.items) {
      const std::string guid = guid_of(item);
      if (guid.empty()) continue;
      const std::pair<std::string, std::string> what = {url_of(item, home_), first_line(item.fields, kTitle)};
      const auto [known, is_new] = seen.try_emplace(guid, what);
      if (!is_new && known->second != what) shared_guids_.insert(guid);
    }
  }

  void set_identity(const RawItem& item, Article& article) const {
    article.guid = guid_of(item);
    article.url = url_of(item, home_);
    if (shared_guids_.contains(article.guid)) {
      article.warnings.push_back(
          fmt::format("guid \"{}\" is on several items and identifies none", quote(article.guid)));
      article.guid.clear();
    }
    const std::string link = written_link_of(item);
    if (article.url.empty() && !link.empty()) {
      article.warnings.push_back(fmt::format("link \"{}\" is not a web address", quote(link)));
    }
  }

  static void set_text(const RawItem& item, Article& article) {
    article.body = first_text(item.fields, kContent);
    article.summary = first_text(item.fields, kSummary);
    const bool has_content = !article.body.empty();
    std::string description = first_text(item.fields, kDescription);
    if (!has_content)
      article.body = std::move(description);
    else if (article.summary.empty())
      article.summary = std::move(description);
    if (article.body.empty()) article.body = std::exchange(article.summary, {});
    if (article.body.empty()) article.body = first_text(item.fields, kCaption);
    article.body = press::own_text(article.body);
    article.summary = press::own_text(article.summary);
    if (article.summary == article.body) article.summary.clear();
  }

  /// The authors of the item. Those of its source or of the feed count only if the item has no author element, not even
  /// an empty one (RFC 4287, 4.2.1).
  std::vector<std::string> authors_of(const RawItem& item) const {
    for (const RawFields* fields : {&item.fields, &item.source, &feed_.fields}) {
      bool has_author = false;
      for (const std::string_view key : kAuthors) {
        std::vector<std::string> written;
        for (const RawField& field : *fields) {
          if (field.key == key) written.push_back(line_of_field(field));
        }
        has_author = has_author || !written.empty();
        if (std::vector<std::string> authors = press::authors_in(written); !authors.empty()) return authors;
      }
      if (has_author) return {};
    }
    return {};
  }

  static std::vector<std::string> categories_of(const RawItem& item) {
    std::vector<std::string> categories;
    for (const RawField& field : item.fields) {
      if (is_one_of(field, kCategories)) add_new(categories, line_of_field(field));
      if (!is_one_of(field, kKeywords)) continue;
      for (std::string_view rest = field.value; !rest.empty();) {
        const std::size_t end = std::min(rest.find(','), rest.size());
        add_new(categories, squeeze(rest.substr(0, end)));
        rest.remove_prefix(std::min(end + 1, rest.size()));
      }
    }
    return categories;
  }

  void set_dates(const RawItem& item, Article& article) const {
    article.published = date_of(item, kPublished, article.warnings);
    article.updated = date_of(item, kUpdated, article.warnings);
    if (article.updated == article.published) article.updated.reset();
    if (!article.published) return;
    if (day_of(*article.published).year < kFirstYear) {
      article.warnings.push_back(fmt::format("implausible publication date {}", format_timestamp(*article.published)));
    }
  }

  /// The first readable date of the best key. Warns if there are dates but none is readable.
  std::optional<Timestamp> date_of(const RawItem& item, FieldKeys keys, std::vector<std::string>& warnings) const {
    std::string unreadable;
    for (const std::string_view key : keys) {
      for (const RawField& field : item.fields) {
        if (field.key != key || trim(field.value).empty()) continue;
        if (const auto date = find_feed_date(line_of_field(field), input_.retrieved)) {
          if (!date->unknown_zone.empty()) add_new(warnings, unknown_zone_warning(quote(date->unknown_zone)));
          return date->moment;
        }
        if (unreadable.empty()) unreadable = squeeze(field.value);
      }
    }
    if (!unreadable.empty()) warnings.push_back(fmt::format("date \"{}\" cannot be read", quote(unreadable)));
    return std::nullopt;
  }

  /// Shortens a text for a message, without splitting a character.
  static std::string quote(const std::string& text) {
    if (text.size() <= kLongestQuote) return text;
    std::size_t end = 0;
    for (std::size_t next = 0; next <= kLongestQuote; next_code_point(text, next)) end = next;
    return text.substr(0, end) + "…";
  }

  const Input& input_;
  const RawFeed& feed_;
  FeedHome home_;
  std::string outlet_;
  std::set<std::string> shared_guids_;
};

}  // namespace

void translate_feed(const Input& input, const RawFeed& feed, const ArticleSink& sink) {
  const Translator translator(input, feed);
  for (const RawItem& item : feed.items) {
    if (std::optional<Article> article = translator.article(item)) sink(std::move(*article));
  }
}

}  // namespace council_news
