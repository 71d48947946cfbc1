#include "indexer/read/article_json_reader.h"

#include <algorithm>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "common/add_new.h"
#include "common/article_day.h"
#include "common/article_members.h"
#include "common/error.h"
#include "common/text/date_reading.h"
#include "common/text/utf8.h"
#include "indexer/read/field_names.h"
#include "indexer/read/html/entities.h"
#include "indexer/read/html/html_text.h"
#include "indexer/read/press/furniture/own_text.h"
#include "indexer/read/press/people/byline.h"
#include "indexer/read/scraped_text/unwrap.h"

namespace council_news {
namespace {

using Json = nlohmann::json;

bool is_our_id(const std::string& id) {
  return id.size() == 32 &&
         std::all_of(id.begin(), id.end(), [](char c) { return is_ascii_digit(c) || (c >= 'a' && c <= 'f'); });
}

/// null, "" or []. json::empty() is false for "".
bool is_blank(const Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>().empty();
  return value.is_null() || (value.is_array() && value.empty());
}

/// Reads the members of an article from a JSON object and collects warnings about unusable values.
class FieldReader {
 public:
  explicit FieldReader(const Json& object) : object_(object) {}

  /// Reads a member under any of its names. The first name with a value counts.
  template <typename Value>
  void read(const MemberRow<Value>& row, Value& value) {
    name_ = row.name;
    for (const std::string_view name : field_names(row.id)) {
      const auto it = object_.find(name);
      if (it == object_.end() || is_blank(*it)) continue;
      read_value(*it, value);
      return;
    }
  }

  /// The HTML body, or empty.
  std::string html() const {
    for (const std::string_view name : html_body_names()) {
      const auto it = object_.find(name);
      if (it != object_.end() && it->is_string()) return it->get<std::string>();
    }
    return {};
  }

  std::vector<std::string> take_warnings() { return std::move(warnings_); }

 private:
  void read_value(const Json& given, std::string& text) { text = scalar(given); }

  /// Accepts a list of strings, a single string, or objects with a `name`.
  void read_value(const Json& given, std::vector<std::string>& values) {
    const auto add = [&](const Json& one) {
      const bool named = one.is_object() && one.contains("name");
      std::string text = squeeze(scalar(named ? one["name"] : one));
      if (!text.empty()) values.push_back(std::move(text));
    };
    if (given.is_array()) {
      for (const Json& one : given) add(one);
    } else {
      add(given);
    }
  }

  void read_value(const Json& given, std::optional<Timestamp>& moment) {
    if (given.is_number_integer()) {
      moment = from_unix(given.get<std::int64_t>());
      return;
    }
    const std::string text = scalar(given);
    moment = parse_timestamp(text);
    if (const auto found = moment ? std::nullopt : find_feed_date(text)) {
      moment = found->moment;
      if (!found->unknown_zone.empty()) add_new(warnings_, unknown_zone_warning(found->unknown_zone.substr(0, 60)));
    }
    if (!moment && !text.empty()) warn(fmt::format("{} is not a date: {}", name_, text.substr(0, 60)));
  }

  /// Seconds since the epoch, or milliseconds if that many seconds would be after the year 5000.
  std::optional<Timestamp> from_unix(std::int64_t number) {
    constexpr std::int64_t kYear5000 = 95617584000;
    const std::int64_t seconds = number > kYear5000 ? number / 1000 : number;
    if (seconds > 0 && seconds < kYear5000) return Timestamp{seconds, Precision::second};
    warn(fmt::format("{} is not a date: {}", name_, number));
    return std::nullopt;
  }

  std::string scalar(const Json& value) {
    if (value.is_string()) return clean_utf8(value.get<std::string>());
    if (value.is_number()) return value.dump();
    warn(fmt::format("{} was ignored: unexpected JSON {}", name_, value.type_name()));
    return {};
  }

  void warn(std::string message) { warnings_.push_back(std::move(message)); }

  const Json& object_;
  const char* name_ = nullptr;  ///< of the current member
  std::vector<std::string> warnings_;
};

/// Another program's author fields. They may contain HTML.
std::vector<std::string> authors_of_fields(std::vector<std::string> fields) {
  for (std::string& field : fields) field = html_to_line(field);
  return press::authors_in(fields);
}

/// A scraper's text is HTML if it contains a paragraph, line break or link tag. Otherwise it may be wrapped at a
/// column.
std::string plain(const std::string& text) {
  const std::string lower = ascii_lower(text);
  for (const std::string_view tag : {"<p>", "<p ", "</p>", "<br", "<div", "</a>", "<li>"}) {
    if (lower.find(tag) != std::string::npos) return html_to_text(text);
  }
  return scraped::unwrapped(text);
}

/// Converts another program's fields to plain text without page furniture. Our own export is clean already. `html` is
/// the body if it was given as HTML.
void clean(Article& article, const std::string& html) {
  article.title = html_to_line(article.title);
  article.authors = authors_of_fields(std::move(article.authors));
  article.outlet = html::decode_entities(article.outlet);
  article.summary = press::own_text(plain(article.summary));
  article.body = press::own_text(html.empty() ? plain(article.body) : html_to_text(html));
}

Article read_object(const Input& input, const Json& object) {
  if (!object.is_object()) throw InputError(fmt::format("a JSON {} is not an article", object.type_name()));
  Article article;
  FieldReader fields(object);
  const std::string html = fields.html();
  for_each_member([&](auto member) {
    constexpr const auto& row = kMemberRow<member>;
    if constexpr (row.origin != Origin::judged && row.id != MemberId::source) {
      if (row.id != MemberId::body || html.empty()) fields.read(row, article.*row.value);
    }
  });
  if (const auto day = object.find(kDayMember); day != object.end() && day->is_string())
    set_article_day(article, day->get<std::string>());
  for (std::string& warning : fields.take_warnings()) article.warnings.push_back(std::move(warning));
  const auto id = object.find("id");
  if (id != object.end() && id->is_string() && is_our_id(*id)) article.id = *id;
  if (article.guid == article.id && !object.contains("guid")) article.guid.clear();
  // Another program's `source` may mean anything; in our own export it is where the article was first read from.
  const auto source = object.find("source");
  const bool ours = !article.id.empty() && source != object.end() && source->is_string() && html.empty();
  article.source = ours ? clean_utf8(source->get<std::string>()) : input.source;
  if (!ours) clean(article, html);
  if (article.title.empty() && article.body.empty() && article.summary.empty())
    throw NoArticleError("neither title nor text");
  return article;
}

/// Counts of the objects of a document.
struct Tally {
  std::size_t good = 0;
  std::size_t empty = 0;  ///< objects without title and text
  std::string bad;        ///< the unreadable lines and why
};

/// Reads one object per line.
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
    if (whole.empty()) throw InputError("an empty list, no article found");
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
  if (!tally.bad.empty() && tally.good == 0) throw InputError("unreadable JSON, perhaps truncated (" + tally.bad + ")");
  if (!tally.bad.empty()) throw InputError(tally.bad, "the other lines were read");
  if (tally.good == 0) throw NoArticleError("no article found");
  if (tally.empty > 0)
    throw NoArticleError(
        fmt::format("{} of {} objects have neither title nor text", tally.empty, tally.empty + tally.good));
}

}  // namespace council_news
