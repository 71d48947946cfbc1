#pragma once

#include <iosfwd>
#include <string>
#include <vector>

#include <nlohmann/json_fwd.hpp>

#include "searcher/answer/request.h"

namespace council_news {

class Searcher;

/// A request as scripts write it, and the fields of the hits that they want (none: the usual ones).
struct BatchRequest {
  Request request;
  std::vector<std::string> fields;
};

/// Throws UsageError for what is no request, naming what is wrong.
BatchRequest read_request(const nlohmann::ordered_json& object);

/// The JSON of a request, without what is as usual: what a saved search is kept as.
nlohmann::ordered_json request_object(const Request& request);

/// Answers one JSON request a line of `in` with one JSON line on `out`, in order, each as soon as it is found, from the
/// database as it is then. A request that is wrong gets an error object, and the next one is read. searcher/README.md
/// describes both.
void run_batch(Searcher& searcher, std::istream& in, std::ostream& out);

}  // namespace council_news
