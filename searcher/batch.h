#pragma once

#include <functional>
#include <iosfwd>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "common/text/timestamp.h"
#include "searcher/answer/request.h"

namespace council_news {

class Searcher;

/// A request as scripts write it, and the hit fields it asks for (empty: the default ones).
struct BatchRequest {
  Request request;
  std::vector<std::string> fields;
};

/// Throws UsageError, naming the problem, if `object` is not a request.
BatchRequest read_request(const nlohmann::ordered_json& object);

/// A request as JSON, without members that have their default value. Saved searches are stored in this form.
nlohmann::ordered_json request_object(const Request& request);

/// Reads one JSON request per line from `in` and writes one JSON answer per line to `out`, in order, flushing each.
/// Each request sees the database as it is at that moment, on the day that `today` returns then. An invalid request
/// gets an error object, and reading continues. searcher/README.md describes both formats.
void run_batch(Searcher& searcher, const std::function<Day()>& today, std::istream& in, std::ostream& out);

}  // namespace council_news
