#include <iostream>
#include <nlohmann/json.hpp>

#include "common/knowledge/gazetteer.h"
#include "searcher/output/writer.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

void put(Json& object, const char* name, const std::string& value) {
  if (!value.empty()) object[name] = value;
}

Json hit_object(const Hit& hit) {
  const Article& article = hit.article;
  Json object{{"rank", hit.rank}, {"score", std::round(hit.score * 1000) / 1000}, {"id", article.id}};
  put(object, "guid", article.guid);
  put(object, "title", article.title);
  put(object, "url", article.url);
  object["authors"] = article.authors;
  if (article.published) object["published"] = format_timestamp(*article.published);
  put(object, "outlet", article.outlet);
  object["councils"] = Json::array();
  for (const std::string& slug : article.councils) {
    const Council* council = gazetteer().by_slug(slug);
    object["councils"].push_back({{"slug", slug}, {"name", council ? std::string(council->name) : slug}});
  }
  object["topics"] = article.topics;
  object["snippet"] = hit.snippet;
  object["matches"] = hit.matches;
  return object;
}

void write_line(const Json& object, std::ostream& out) {
  out << object.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

}  // namespace

void write_json(const Answer& answer, const Style&, std::ostream& out) {
  Json object{{"format", 1},
              {"query", answer.query},
              {"read_as", answer.read_as},
              {"total", answer.total},
              {"exact", answer.exact},
              {"relaxed", answer.relaxed},
              {"warnings", answer.warnings},
              {"hits", Json::array()}};
  for (const Hit& hit : answer.hits) object["hits"].push_back(hit_object(hit));
  write_line(object, out);
}

void write_json_error(std::string_view code, std::string_view message, std::string_view hint, std::ostream& out) {
  Json error{{"code", code}, {"message", message}};
  if (!hint.empty()) error["hint"] = hint;
  write_line(Json{{"error", error}}, out);
}

}  // namespace council_news
