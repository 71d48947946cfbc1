#include "common/article_json.h"

#include <algorithm>

#include <nlohmann/json.hpp>

#include "common/article_day.h"
#include "common/article_members.h"
#include "common/error.h"
#include "common/flat_json.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

/// Separates a slug from its evidence.
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

/// One string each, `sandwell: “Sandwell Council” in the headline`, because stored JSON is flat.
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

/// The members to write that mostly follow from others.
enum class Derived { all, needed };

std::string dump(const Article& article, Derived derived) {
  const std::optional<Timestamp> date = article_date(article);
  const bool has_day = date && (derived == Derived::all || date->day_shift != 0);
  Json object = Json::object();
  for_each_member([&](auto member) {
    put(object, kMemberRow<member>.name, article.*kMemberRow<member>.value);
    if (kMemberRow<member>.id == MemberId::published && has_day) object[kDayMember] = article_day(article);
  });
  return object.dump(-1, ' ', false, Json::error_handler_t::replace);
}

}  // namespace

std::string to_json(const Article& article) { return dump(article, Derived::all); }

std::string version_json(const Article& article) { return dump(article, Derived::needed); }

Article from_json(std::string_view json) {
  auto fields = read_flat_json(json);
  if (!fields) throw InputError("not a stored article", "council-index check finds all damaged articles");
  Article article;
  for_each_member([&](auto member) {
    constexpr const auto& row = kMemberRow<member>;
    const auto it =
        std::find_if(fields->begin(), fields->end(), [&](const FlatField& field) { return field.name == row.name; });
    if (it != fields->end()) get(*it, article.*row.value);
  });
  const auto day = std::find_if(fields->begin(), fields->end(), [](const auto& one) { return one.name == kDayMember; });
  if (day != fields->end() && !day->is_list) set_article_day(article, day->values.front());
  return article;
}

}  // namespace council_news
