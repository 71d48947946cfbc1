#include "indexer/read/page/page_date.h"

#include <algorithm>
#include <iterator>
#include <string>

#include "common/add_new.h"
#include "common/text/date_reading.h"
#include "common/text/utf8.h"
#include "indexer/read/html/text.h"
#include "indexer/read/page/date_line.h"

namespace council_news::page {
namespace {

using html::Node;
using html::Tag;
using Date = std::optional<FoundDate>;

// clang-format off
const std::vector<std::string_view> kPublishedNames = {
    "article:published_time", "og:article:published_time", "article:published", "og:published_time", "og:pubdate",
    "datepublished", "date_published", "publishdate", "publish_date", "publish-date", "published_time",
    "publication_date", "publication-date", "pubdate", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published", "article:post_date", "article_date_original",
    "article.created", "originalpublicationdate", "dc.date.issued", "dcterms.issued", "dcterms.available",
    "dc.date.created", "dcterms.created", "dc.created", "citation_publication_date", "citation_date",
    "prism.publicationdate", "date.created", "datecreated", "created", "displaydate", "dateposted", "dc.date",
    "dcterms.date", "dc:date", "date", "shareaholic:article_published_time", "ptime", "bt:pubdate",
    "rnews:datepublished", "dcsext.articlefirstpublished", "gentime", "timestamp", "article:create",
    "og:release_date", "video:release_date"};
// clang-format on

// clang-format off
const std::vector<std::string_view> kUpdatedNames = {
    "article:modified_time", "og:article:modified_time", "og:updated_time", "article:modified",
    "article:modified_date", "datemodified", "date_modified", "modified_time", "updated_time", "lastmod",
    "last-modified", "modificationdate", "dc.modified", "dcterms.modified", "dc.date.modified",
    "dcterms.date.modified", "article.updated", "utime", "shareaholic:article_modified_time", "revision_date",
    "last_updated", "lastmodified"};
// clang-format on

/// Longer text is more than a date.
constexpr std::size_t kLongestText = 300;
/// So is a longer box.
constexpr std::uint32_t kLongestBox = 150;

/// `1/2/18`
constexpr std::uint32_t kShortestDate = 6;
/// Lines with digits that are examined.
constexpr int kMaxLines = 400;

/// Lines right after the headline, and the length of a line that begins the text.
constexpr int kLinesUnderHeadline = 8;
constexpr std::uint32_t kProseLength = 100;

// clang-format off
constexpr std::string_view kUpdateLabels[] = {
    "updated", "last updated", "page last updated", "date updated", "modified", "last modified", "date modified",
    "last reviewed", "reviewed", "amended", "last amended", "edited", "last edited"};
// clang-format on

/// `Last updated: 12 March 2021` is not a publication date.
bool is_labelled_update(std::string_view line) {
  const std::string lower = ascii_lower(line.substr(0, 30));
  return std::any_of(std::begin(kUpdateLabels), std::end(kUpdateLabels),
                     [&](std::string_view label) { return lower.starts_with(label); });
}

bool has_digit(std::string_view text) { return text.find_first_of("0123456789") != std::string_view::npos; }

class DateFinder {
 public:
  DateFinder(const PageView& page, std::optional<Timestamp> latest) : page_(page), latest_(latest) {}

  Date read(std::string_view text) const {
    if (text.size() > kLongestText || !has_digit(text)) return std::nullopt;
    Date date = find_page_date(text, latest_);
    if (!date || is_impossible(date->moment)) return std::nullopt;
    return date;
  }

  /// The date in a line that may have other text; none if its label says that it is an update.
  Date read_published(std::string_view line) const {
    if (!is_labelled_update(line)) return read(line);
    const std::size_t label = ascii_lower(line).find("published");
    return label == std::string::npos ? std::nullopt : read(line.substr(label));
  }

  /// Elements with `value` in `itemprop` or another attribute.
  Date marked(std::string_view attribute, std::string_view value) const {
    for (const Node* node : page_.elements()) {
      if (!equal_ignoring_case(trim(node->attribute(attribute)), value)) continue;
      if (const Date date = of_element(*node)) return date;
    }
    return std::nullopt;
  }

  Date time_element() const {
    for (const Node* node : page_.elements()) {
      if (node->tag != Tag::time || page_.beside_article(*node)) continue;
      if (const Date date = of_element(*node)) return date;
    }
    return std::nullopt;
  }

  /// A line right after the headline that is only a date.
  Date under_headline() const {
    int lines = 0;
    for (const Node* node = &page_.root(); node != nullptr;) {
      const bool hidden = html::has(node->tag, html::kHidden);
      if (node->tag == Tag::h1 && !page_.beside_article(*node)) lines = 1;
      const std::uint32_t length = page_.facts(*node).text;
      if (lines > 0 && !hidden && node->is_text() && length > 0) {
        if (length >= kProseLength || ++lines > kLinesUnderHeadline) return std::nullopt;
        const std::string line = html::line_of(block_around(*node));
        if (line.size() <= kLongestBox && is_only_date(line) && !page_.beside_article(*node->parent)) {
          const Date day = read_published(line);
          if (day && node->parent->tag == Tag::time) return of_element(*node->parent);
          if (day) return day;
        }
      }
      node = html::next_node(node, page_.root(), !hidden);
    }
    return std::nullopt;
  }

  /// The date in the first line that is labelled as an update.
  Date labelled_update() const {
    for (const Node* node : page_.texts()) {
      if (page_.facts(*node).text >= kLongestBox || !is_labelled_update(trim(node->text))) continue;
      if (const Date date = read(html::line_of(block_around(*node)))) return date;
    }
    return std::nullopt;
  }

  /// The date in a short box whose class or id names a date or a byline.
  Date box() const {
    for (const Node* node : page_.elements()) {
      if (!page_.hinted(*node, kDateline | kByline) || page_.facts(*node).text > kLongestBox) continue;
      if (page_.beside_article(*node)) continue;
      if (const Date date = read_published(html::line_of(*node))) return date;
    }
    return std::nullopt;
  }

  /// The date in the first short line of text that has one, lines near the headline first.
  Date text_line() const {
    bool after_heading = false;
    int tried = 0;
    Date first;
    for (const Node* node = &page_.root(); node != nullptr && tried < kMaxLines;) {
      const bool hidden = html::has(node->tag, html::kHidden);
      if (node->tag == Tag::h1) after_heading = true;
      const std::uint32_t length = page_.facts(*node).text;
      if (node->is_text() && length >= kShortestDate && length < kLongestBox && has_digit(node->text)) {
        const Date date = read_published(html::line_of(*node));
        if (date && after_heading) return date;
        if (date && !first) first = date;
        ++tried;
      }
      node = html::next_node(node, page_.root(), !hidden);
    }
    return first;
  }

 private:
  static const Node& block_around(const Node& node) {
    const Node* around = &node;
    while (around->parent != nullptr && (around->is_text() || !html::has(around->tag, html::kBlock)))
      around = around->parent;
    return *around;
  }

  static bool is_impossible(Timestamp moment) { return day_of(moment).year < 1990; }

  Date of_element(const Node& node) const {
    for (const std::string_view attribute : {"datetime", "content", "title"}) {
      if (const Date date = read(node.attribute_text(attribute))) return date;
    }
    if (page_.facts(node).text > kLongestBox) return std::nullopt;
    return read(html::line_of(node));
  }

  const PageView& page_;
  std::optional<Timestamp> latest_;
};

bool is_digit_run(std::string_view text, std::size_t at, std::size_t count) {
  if (at + count > text.size()) return false;
  for (std::size_t i = at; i < at + count; ++i) {
    if (!is_ascii_digit(text[i])) return false;
  }
  return at + count == text.size() || !is_ascii_digit(text[at + count]);
}

int number(std::string_view text) {
  int value = 0;
  for (const char c : text) value = value * 10 + (c - '0');
  return value;
}

/// `/2018/01/29/`, `2018-01-29`, `20180129`.
Date date_in_url(std::string_view url) {
  for (std::size_t at = 0; at + 8 <= url.size(); ++at) {
    if (at > 0 && is_ascii_digit(url[at - 1])) continue;
    Day day{0, 0, 0};
    const char separator = at + 4 < url.size() ? url[at + 4] : ' ';
    if (is_digit_run(url, at, 4) && (separator == '/' || separator == '-' || separator == '_')) {
      const std::size_t month = at + 5;
      const std::size_t month_size = is_digit_run(url, month, 2) ? 2 : is_digit_run(url, month, 1) ? 1 : 0;
      const std::size_t month_end = month + month_size;
      if (month_size == 0 || month_end >= url.size() || url[month_end] != separator) continue;
      const std::size_t day_size = is_digit_run(url, month_end + 1, 2)   ? 2
                                   : is_digit_run(url, month_end + 1, 1) ? 1
                                                                         : 0;
      if (day_size == 0) continue;
      day = {number(url.substr(at, 4)), number(url.substr(month, month_size)),
             number(url.substr(month_end + 1, day_size))};
    } else if (is_digit_run(url, at, 8)) {
      day = {number(url.substr(at, 4)), number(url.substr(at + 4, 2)), number(url.substr(at + 6, 2))};
    }
    if (day.year >= 1990 && day.year < 2100 && is_valid(day)) return FoundDate{at_day(day), 0, 0, {}};
  }
  return std::nullopt;
}

}  // namespace

PageDates page_dates(const PageView& page, const MetaTags& meta, const StructuredData& data, std::string_view url,
                     std::optional<Timestamp> latest) {
  const DateFinder finder(page, latest);
  Date published = finder.read(data.published);
  if (!published) published = finder.read(meta.first(kPublishedNames));
  if (!published) published = finder.marked("itemprop", "datePublished");
  if (!published) published = finder.marked("property", "datePublished");
  if (!published) published = finder.under_headline();
  if (!published) published = finder.time_element();
  if (!published) published = finder.box();
  if (!published) published = date_in_url(url);
  if (!published) published = finder.text_line();
  Date updated = finder.read(data.modified);
  if (!updated) updated = finder.read(meta.first(kUpdatedNames));
  if (!updated) updated = finder.marked("itemprop", "dateModified");
  if (!updated && !data.found) updated = finder.labelled_update();
  if (!published) published = updated;
  PageDates dates;
  if (published) dates.published = published->moment;
  if (updated && updated->moment != dates.published) dates.updated = updated->moment;
  for (const Date& date : {published, updated}) {
    if (date && !date->unknown_zone.empty()) add_new(dates.warnings, unknown_zone_warning(date->unknown_zone));
  }
  return dates;
}

}  // namespace council_news::page
