#include "common/article_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/flat_json.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

/// Between a slug and what speaks for it.
constexpr std::string_view kColon = ": ";

void put(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

void put(Json& object, const char* name, const std::vector<std::string>& values) {
  if (!values.empty()) object[name] = values;
}

void put(Json& object, const char* name, const std::optional<Timestamp>& moment) {
  if (moment) object[name] = format_timestamp(*moment);
}

/// One string each, `sandwell: “Sandwell Council” in the headline`: what is stored is flat.
void put(Json& object, const char* name, const std::vector<Attribution>& values) {
  for (const Attribution& one : values) object[name].push_back(std::string(one.slug).append(kColon).append(one.why));
}

void get(FlatField& field, std::string& value) {
  if (!field.is_list) value = std::move(field.values.front());
}

void get(FlatField& field, std::vector<std::string>& values) {
  if (field.is_list) values = std::move(field.values);
}

void get(FlatField& field, std::optional<Timestamp>& moment) {
  if (!field.is_list) moment = parse_timestamp(field.values.front());
}

void get(FlatField& field, std::vector<Attribution>& values) {
  if (!field.is_list) return;
  for (const std::string& value : field.values) {
    const std::size_t colon = value.find(kColon);
    if (colon != std::string::npos) values.push_back({value.substr(0, colon), value.substr(colon + kColon.size())});
  }
}

/// Calls `visit(name, member)` for every field, in the order of the contract: written once for both directions.
template <typename ArticleType, typename Visit>
void for_each_field(ArticleType& article, Visit visit) {
  visit("id", article.id);
  visit("guid", article.guid);
  visit("url", article.url);
  visit("title", article.title);
  visit("authors", article.authors);
  visit("published", article.published);
  visit("updated", article.updated);
  visit("outlet", article.outlet);
  visit("source", article.source);
  visit("councils", article.councils);
  visit("mentions", article.mentions);
  visit("topics", article.topics);
  visit("council_evidence", article.evidence.councils);
  visit("topic_evidence", article.evidence.topics);
  visit("given_councils", article.given_councils);
  visit("given_topics", article.given_topics);
  visit("categories", article.categories);
  visit("summary", article.summary);
  visit("body", article.body);
  visit("first_seen", article.first_seen);
  visit("last_seen", article.last_seen);
  visit("changed", article.changed);
  visit("earlier_titles", article.earlier_titles);
  visit("boilerplate", article.boilerplate);
  visit("warnings", article.warnings);
}

}  // namespace

std::string to_json(const Article& article) {
  Json object = Json::object();
  for_each_field(article, [&](const char* name, const auto& value) { put(object, name, value); });
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Article from_json(std::string_view json) {
  auto fields = read_flat_json(json);
  if (!fields) throw InputError("not an article as this program stores it", "council-index check looks at them all");
  Article article;
  for_each_field(article, [&](std::string_view name, auto& value) {
    const auto it = std::find_if(fields->begin(), fields->end(), [&](const auto& field) { return field.name == name; });
    if (it != fields->end()) get(*it, value);
  });
  return article;
}

}  // namespace council_news
