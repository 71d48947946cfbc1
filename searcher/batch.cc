#include "searcher/batch.h"

#include <istream>
#include <ostream>

#include <nlohmann/json.hpp>

#include "common/error.h"
#include "common/named_rows.h"
#include "searcher/answer/facets.h"
#include "searcher/options.h"
#include "searcher/output/hit_fields.h"
#include "searcher/output/writer.h"
#include "searcher/search.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

std::size_t count_of(const Json& value, const std::string& name) {
  if (!value.is_number_unsigned()) throw UsageError("'" + name + "' needs a non-negative integer");
  return value.get<std::size_t>();
}

bool flag_of(const Json& value, const std::string& name) {
  if (!value.is_boolean()) throw UsageError("'" + name + "' needs true or false");
  return value.get<bool>();
}

std::string text_of(const Json& value, const std::string& name) {
  if (!value.is_string()) throw UsageError("'" + name + "' needs a string");
  return value.get<std::string>();
}

std::vector<std::string> list_of(const Json& value, const std::string& name) {
  if (!value.is_array()) throw UsageError("'" + name + "' needs a list of strings");
  std::vector<std::string> texts;
  for (const Json& part : value) texts.push_back(text_of(part, name));
  return texts;
}

/// A member of a request: how to read it, and how to write it when it differs from the default.
struct Member {
  std::string_view name;
  void (*read)(const Json& value, const std::string& name, BatchRequest& request);
  Json (*write)(const Request& request);  ///< null if it has its default value
};

template <bool Request::*flag>
Member flag_member(std::string_view name) {
  return {name, [](const Json& v, const std::string& n, BatchRequest& r) { r.request.*flag = flag_of(v, n); },
          [](const Request& r) { return r.*flag != Request().*flag ? Json(r.*flag) : Json(); }};
}

template <std::string Request::*text>
Member text_member(std::string_view name) {
  return {name, [](const Json& v, const std::string& n, BatchRequest& r) { r.request.*text = text_of(v, n); },
          [](const Request& r) { return (r.*text).empty() ? Json() : Json(r.*text); }};
}

template <std::size_t Request::*number>
Member count_member(std::string_view name) {
  return {name, [](const Json& v, const std::string& n, BatchRequest& r) { r.request.*number = count_of(v, n); },
          [](const Request& r) { return r.*number != Request().*number ? Json(r.*number) : Json(); }};
}

const std::vector<Member>& members() {
  static const std::vector<Member> table{
      text_member<&Request::query>("query"),
      count_member<&Request::limit>("limit"),
      count_member<&Request::offset>("offset"),
      {"sort", [](const Json& v, const std::string& n, BatchRequest& r) { r.request.sort = find_order(text_of(v, n)); },
       [](const Request& r) { return r.sort == Request().sort ? Json() : Json(order_name(r.sort)); }},
      flag_member<&Request::any>("any"),
      flag_member<&Request::plain>("plain"),
      flag_member<&Request::group>("group"),
      flag_member<&Request::explain>("explain"),
      {"facets", [](const Json& v, const std::string& n, BatchRequest& r) { r.request.facets = list_of(v, n); },
       [](const Request& r) { return r.facets.empty() ? Json() : Json(r.facets); }},
      flag_member<&Request::timeline>("timeline"),
      text_member<&Request::similar>("similar"),
      text_member<&Request::show>("show"),
      text_member<&Request::changes>("changes"),
      {"fields", [](const Json& v, const std::string& n, BatchRequest& r) { r.fields = list_of(v, n); },
       [](const Request&) { return Json(); }},
  };
  return table;
}

BatchRequest parse_line(const std::string& line) {
  const Json object = Json::parse(line, nullptr, false);
  if (object.is_discarded()) throw UsageError("the request is not JSON", "write one object per line, in UTF-8");
  return read_request(object);
}

}  // namespace

BatchRequest read_request(const Json& object) {
  if (!object.is_object()) throw UsageError("the request is not a JSON object");
  BatchRequest request;
  for (const auto& [name, value] : object.items())
    row_named(name, "request member", members()).read(value, name, request);
  for (const std::string& facet : request.request.facets) find_facet(facet);
  find_hit_fields(request.fields);
  return request;
}

Json request_object(const Request& request) {
  Json object = Json::object();
  for (const Member& member : members())
    if (Json value = member.write(request); !value.is_null()) object[std::string(member.name)] = std::move(value);
  return object;
}

void run_batch(Searcher& searcher, const std::function<Day()>& today, std::istream& in, std::ostream& out) {
  for (std::string line; std::getline(in, line);) {
    try {
      const BatchRequest request = parse_line(line);
      searcher.refresh(today());
      write_json(searcher.search(request.request), request.fields, out);
    } catch (const UsageError& error) {
      write_json_error("bad_request", error.what(), error.hint(), out);
    } catch (const DatabaseError& error) {
      write_json_error("database", error.what(), error.hint(), out);
    }
    out.flush();
  }
}

}  // namespace council_news
