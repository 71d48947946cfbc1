#include "indexer/read/article_json_reader.h"

#include <algorithm>
#include <array>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/text/date_reading.h"
#include "common/text/utf8.h"
#include "indexer/read/html/entities.h"
#include "indexer/read/html_text.h"
#include "indexer/read/press/byline.h"
#include "indexer/read/scraped_text/unwrap.h"

namespace council_news {
namespace {

using Json = nlohmann::json;

/// The names under which a field is found, the surest first. Field by field, the first that has a value counts.
struct Names {
  const char* field;
  std::array<const char*, 8> names;
};

constexpr std::array<Names, 18> kNames{{
    {"guid", {"guid", "id", "uid", "_id"}},
    {"url", {"url", "link", "uri", "canonical_url", "permalink", "page_url", "source_url", "href"}},
    {"title", {"title", "headline", "name"}},
    {"authors", {"authors", "author", "byline", "creator", "dc_creator"}},
    {"published",
     {"published", "date_published", "published_at", "publish_date", "pubDate", "publication_date", "date",
      "datePublished"}},
    {"updated", {"updated", "date_modified", "updated_at", "modified", "dateModified", "last_modified"}},
    {"outlet", {"outlet", "publisher", "site_name", "sitename", "source_name", "publication", "hostname"}},
    {"categories", {"categories", "tags", "category", "keywords", "section"}},
    {"summary", {"summary", "description", "excerpt", "standfirst", "abstract"}},
    {"body", {"body", "text", "content", "content_text", "articleBody", "article_body", "full_text", "maintext"}},
    {"first_seen", {"first_seen"}},
    {"last_seen", {"last_seen"}},
    {"changed", {"changed"}},
    {"given_councils", {"given_councils"}},
    {"given_topics", {"given_topics"}},
    {"earlier_titles", {"earlier_titles"}},
    {"boilerplate", {"boilerplate"}},
    {"warnings", {"warnings"}},
}};

constexpr std::array<const char*, 2> kHtmlNames{{"content_html", "body_html"}};

bool is_our_id(const std::string& id) {
  return id.size() == 32 &&
         std::all_of(id.begin(), id.end(), [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

/// Picks the values of an object's fields, noting what cannot be used.
class FieldReader {
 public:
  FieldReader(const Json& object, Article& article) : object_(object), article_(article) {}

  const Json* find(const char* field) const {
    const auto row = std::find_if(kNames.begin(), kNames.end(),
                                  [&](const Names& names) { return std::string_view(names.field) == field; });
    for (const char* name : row->names) {
      if (name == nullptr) break;
      const auto it = object_.find(name);
      if (it != object_.end() && !it->is_null() && *it != "" && !(it->is_array() && it->empty())) return &*it;
    }
    return nullptr;
  }

  std::string text(const char* field) {
    const Json* value = find(field);
    return value ? scalar(field, *value) : std::string{};
  }

  /// A list of strings, a single one, or objects with a `name`.
  std::vector<std::string> list(const char* field) {
    std::vector<std::string> values;
    const Json* value = find(field);
    if (!value) return values;
    const auto add = [&](const Json& one) {
      const bool named = one.is_object() && one.contains("name");
      std::string text = squeeze(scalar(field, named ? one["name"] : one));
      if (!text.empty()) values.push_back(std::move(text));
    };
    if (value->is_array()) {
      for (const Json& one : *value) add(one);
    } else {
      add(*value);
    }
    return values;
  }

  std::optional<Timestamp> moment(const char* field) {
    const Json* value = find(field);
    if (!value) return std::nullopt;
    if (value->is_number_integer()) return from_unix(field, value->get<std::int64_t>());
    const std::string text = scalar(field, *value);
    if (const auto exact = parse_timestamp(text)) return exact;
    const auto read = parse_feed_date(text);
    if (!read && !text.empty()) warn(fmt::format("{} is no date: {}", field, text.substr(0, 60)));
    return read;
  }

  /// The HTML of the article, when it is given as such.
  std::string html() const {
    for (const char* name : kHtmlNames) {
      const auto it = object_.find(name);
      if (it != object_.end() && it->is_string()) return it->get<std::string>();
    }
    return {};
  }

 private:
  /// Seconds, or milliseconds when that many seconds would be beyond the year 5000.
  std::optional<Timestamp> from_unix(const char* field, std::int64_t number) {
    constexpr std::int64_t kYear5000 = 95617584000;
    const std::int64_t seconds = number > kYear5000 ? number / 1000 : number;
    if (seconds > 0 && seconds < kYear5000) return Timestamp{seconds, Precision::second};
    warn(fmt::format("{} is no date: {}", field, number));
    return std::nullopt;
  }

  std::string scalar(const char* field, const Json& value) {
    if (value.is_string()) return clean_utf8(value.get<std::string>());
    if (value.is_number()) return value.dump();
    warn(fmt::format("{} was left out: it is a JSON {}", field, value.type_name()));
    return {};
  }

  void warn(std::string message) { article_.warnings.push_back(std::move(message)); }

  const Json& object_;
  Article& article_;
};

/// The authors of another program's article; it may have written them as HTML.
std::vector<std::string> authors_of_fields(std::vector<std::string> fields) {
  for (std::string& field : fields) field = html_to_line(field);
  return press::authors_in(fields);
}

/// A scraper's text is HTML if a tag of a paragraph, line or link is in it, or wrapped at a column; our own is neither.
std::string plain(std::string text, bool ours) {
  if (ours) return text;
  const std::string lower = ascii_lower(text);
  for (const std::string_view tag : {"<p>", "<p ", "</p>", "<br", "<div", "</a>", "<li>"}) {
    if (lower.find(tag) != std::string::npos) return html_to_text(text);
  }
  return scraped::unwrapped(text);
}

Article read_object(const Input& input, const Json& object) {
  if (!object.is_object()) throw InputError(fmt::format("a JSON {} is no article", object.type_name()));
  Article article;
  FieldReader fields(object, article);
  article.warnings = fields.list("warnings");
  const auto id = object.find("id");
  if (id != object.end() && id->is_string() && is_our_id(*id)) article.id = *id;
  // Another program's `source` may be anything; in our own export it is where the article was first read from.
  const auto source = object.find("source");
  const bool ours = !article.id.empty() && source != object.end() && source->is_string();
  article.source = ours ? clean_utf8(source->get<std::string>()) : input.source;
  article.guid = fields.text("guid");
  if (article.guid == article.id && !object.contains("guid")) article.guid.clear();
  article.url = fields.text("url");
  article.title = ours ? fields.text("title") : html_to_line(fields.text("title"));
  article.authors = fields.list("authors");
  if (!ours) article.authors = authors_of_fields(std::move(article.authors));
  article.published = fields.moment("published");
  article.updated = fields.moment("updated");
  article.outlet = ours ? fields.text("outlet") : html::decode_entities(fields.text("outlet"));
  article.categories = fields.list("categories");
  article.summary = plain(fields.text("summary"), ours);
  const std::string html = fields.html();
  article.body = html.empty() ? plain(fields.text("body"), ours) : html_to_text(html);
  article.first_seen = fields.moment("first_seen");
  article.last_seen = fields.moment("last_seen");
  article.changed = fields.moment("changed");
  article.given_councils = fields.list("given_councils");
  article.given_topics = fields.list("given_topics");
  article.earlier_titles = fields.list("earlier_titles");
  article.boilerplate = fields.list("boilerplate");
  if (article.title.empty() && article.body.empty() && article.summary.empty())
    throw NoArticleError("has neither a title nor a text");
  return article;
}

/// How the objects of a document fared.
struct Tally {
  std::size_t good = 0;
  std::size_t empty = 0;  ///< objects without title and text
  std::string bad;        ///< which lines could not be read, and why
};

/// Reads one object a line.
Tally read_lines(const Input& input, std::string_view text, const ArticleSink& sink) {
  Tally tally;
  std::size_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = trim(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty()) continue;
    try {
      sink(read_object(input, Json::parse(line)));
      ++tally.good;
    } catch (const Json::exception&) {
      tally.bad += fmt::format("{}line {}: not JSON", tally.bad.empty() ? "" : "; ", number);
    } catch (const NoArticleError&) {
      ++tally.empty;
    } catch (const InputError& error) {
      tally.bad += fmt::format("{}line {}: {}", tally.bad.empty() ? "" : "; ", number, error.what());
    }
  }
  return tally;
}

}  // namespace

void read_article_json(const Input& input, std::string_view json, const ArticleSink& sink) {
  const std::string_view text = trim(json);
  const Json whole = Json::parse(text, nullptr, false);
  if (whole.is_array()) {
    if (whole.empty()) throw InputError("an empty list, no article in it");
    for (const Json& object : whole) sink(read_object(input, object));
    return;
  }
  if (whole.is_object()) {
    sink(read_object(input, whole));
    return;
  }
  Tally tally = read_lines(input, text, sink);
  constexpr std::size_t kLongestList = 300;
  if (tally.bad.size() > kLongestList) tally.bad = tally.bad.substr(0, kLongestList) + " …";
  if (!tally.bad.empty() && tally.good == 0) throw InputError("not JSON: it may be cut off (" + tally.bad + ")");
  if (!tally.bad.empty()) throw InputError(tally.bad, "the other lines were read");
  if (tally.good == 0) throw NoArticleError("no article in it");
  if (tally.empty > 0)
    throw NoArticleError(
        fmt::format("{} of {} objects have neither a title nor a text", tally.empty, tally.empty + tally.good));
}

}  // namespace council_news
