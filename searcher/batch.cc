#include "searcher/batch.h"

#include <iostream>
#include <nlohmann/json.hpp>

#include "common/error.h"
#include "searcher/options.h"
#include "searcher/output/writer.h"

namespace council_news {
namespace {

using Json = nlohmann::json;

std::size_t count_of(const Json& value, const std::string& name) {
  if (!value.is_number_unsigned()) throw UsageError("'" + name + "' wants a whole number from 0 on");
  return value.get<std::size_t>();
}

bool flag_of(const Json& value, const std::string& name) {
  if (!value.is_boolean()) throw UsageError("'" + name + "' wants true or false");
  return value.get<bool>();
}

std::string text_of(const Json& value, const std::string& name) {
  if (!value.is_string()) throw UsageError("'" + name + "' wants a text");
  return value.get<std::string>();
}

Request read_request(const std::string& line) {
  const Json object = Json::parse(line, nullptr, false);
  if (object.is_discarded()) throw UsageError("the request is not JSON", "one object a line, in UTF-8");
  if (!object.is_object()) throw UsageError("the request is no JSON object");
  Request request;
  for (const auto& [name, value] : object.items()) {
    if (name == "query") request.query = text_of(value, name);
    else if (name == "limit") request.limit = count_of(value, name);
    else if (name == "offset") request.offset = count_of(value, name);
    else if (name == "sort") request.sort = find_order(text_of(value, name));
    else if (name == "any") request.any = flag_of(value, name);
    else if (name == "plain") request.plain = flag_of(value, name);
    else throw UsageError("'" + name + "' is not known in a request",
                          "known are query, limit, offset, sort, any, plain");
  }
  return request;
}

}  // namespace

void run_batch(Searcher& searcher, std::istream& in, std::ostream& out) {
  for (std::string line; std::getline(in, line);) {
    try {
      write_json(searcher.search(read_request(line)), {}, out);
    } catch (const UsageError& error) {
      write_json_error("bad_request", error.what(), error.hint(), out);
    }
    out.flush();
  }
}

}  // namespace council_news
