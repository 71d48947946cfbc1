#include "common/article_json.h"

#include <nlohmann/json.hpp>

#include "common/error.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

void put(Json& object, const char* name, const std::vector<std::string>& values) {
  if (!values.empty()) object[name] = values;
}

void put(Json& object, const char* name, const std::optional<Timestamp>& moment) {
  if (moment) object[name] = format_timestamp(*moment);
}

void get(const Json& object, const char* name, std::string& value) {
  if (const auto it = object.find(name); it != object.end()) value = it->get<std::string>();
}

void get(const Json& object, const char* name, std::vector<std::string>& values) {
  if (const auto it = object.find(name); it != object.end()) values = it->get<std::vector<std::string>>();
}

void get(const Json& object, const char* name, std::optional<Timestamp>& moment) {
  if (const auto it = object.find(name); it != object.end()) moment = parse_timestamp(it->get<std::string>());
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
  try {
    const Json object = Json::parse(json);
    Article article;
    for_each_field(article, [&](const char* name, auto& value) { get(object, name, value); });
    return article;
  } catch (const Json::exception& error) {
    throw InputError(std::string("not an article: ") + error.what());
  }
}

}  // namespace council_news
