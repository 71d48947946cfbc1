#pragma once

#include <iosfwd>

#include "searcher/search.h"

namespace council_news {

/// Answers one JSON request a line of `in` with one JSON line on `out`, in order, each as soon as it is found. A request
/// that is wrong gets an error object, and the next one is read. searcher/README.md describes both.
void run_batch(Searcher& searcher, std::istream& in, std::ostream& out);

}  // namespace council_news
