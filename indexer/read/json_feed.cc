#include <string>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/text/utf8.h"
#include "indexer/read/feed/hints_of.h"
#include "indexer/read/feed/translate.h"
#include "indexer/read/read_feed.h"

namespace council_news {
namespace {

using nlohmann::json;

/// A member of an item or of the feed, and the feed field that it maps to.
struct Member {
  std::string_view name;
  std::string_view key;
  Markup markup = Markup::text;
  std::string_view relation = {};
};

/// In order of preference where two have one key: `content_html` before `content_text`, `url` before `external_url`,
/// which is the page that a linkblog points to (JSON Feed 1.1, "Items").
constexpr Member kMembers[] = {
    {"id", "id"},
    {"title", "title"},
    {"url", "link", Markup::text, "alternate"},
    {"external_url", "link", Markup::text, "alternate"},
    {"home_page_url", "link", Markup::text, "alternate"},
    {"content_html", "content", Markup::html},
    {"content_text", "content", Markup::text},
    {"summary", "summary", Markup::text},
    {"date_published", "published"},
    {"date_modified", "updated"},
    {"language", "language"},
};

/// The value of a member that is text or a number (some feeds write numeric ids); empty otherwise.
std::string text_of(const json& object, std::string_view name) {
  const auto member = object.find(name);
  if (member == object.end()) return {};
  if (member->is_string()) return member->get<std::string>();
  return member->is_number() ? member->dump() : std::string();
}

void add(RawFields& fields, std::string_view key, std::string value, Markup markup = Markup::text) {
  if (trim(value).empty()) return;
  RawField& field = fields.emplace_back();
  field.key = key;
  field.value = std::move(value);
  field.markup = markup;
}

/// Version 1.1 has `authors`, 1.0 a single `author`; some feeds write an object instead of the array, or a name instead
/// of the object.
void add_authors(const json& object, RawFields& fields) {
  const auto add_author = [&](const json& author) {
    if (author.is_string()) add(fields, "author", author.get<std::string>());
    if (author.is_object()) add(fields, "author", text_of(author, "name"));
  };
  for (const char* name : {"authors", "author"}) {
    const auto member = object.find(name);
    if (member == object.end()) continue;
    if (!member->is_array())
      add_author(*member);
    else
      for (const json& author : *member) add_author(author);
  }
}

RawFields fields_of(const json& object, std::string_view base) {
  RawFields fields;
  for (const Member& member : kMembers) {
    const std::size_t count = fields.size();
    add(fields, member.key, text_of(object, member.name), member.markup);
    if (fields.size() == count) continue;
    fields.back().relation = member.relation;
    fields.back().base = base;
  }
  add_authors(object, fields);
  const auto tags = object.find("tags");
  if (tags != object.end() && tags->is_array()) {
    for (const json& tag : *tags) {
      if (tag.is_string()) add(fields, "category", tag.get<std::string>());
    }
  }
  return fields;
}

}  // namespace

void read_json_feed(const Input& input, std::string_view text, const ArticleSink& sink, const HintsSink& hints) {
  const json document = json::parse(text, nullptr, false);
  if (hints) hints(hints_of(document, input.url));
  if (document.is_discarded()) throw InputError("unreadable JSON", "was it saved completely?");
  const auto items = document.is_object() ? document.find("items") : document.end();
  if (!document.is_object() || items == document.end() || !items->is_array()) {
    throw NoArticleError("JSON, but not a feed: it has no items");
  }
  RawFeed feed;
  feed.fields = fields_of(document, input.url);
  for (const json& item : *items) {
    if (item.is_object()) feed.items.push_back({fields_of(item, input.url), {}});
  }
  translate_feed(input, feed, sink);
}

}  // namespace council_news
