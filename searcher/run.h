#pragma once

#include "common/error.h"
#include "searcher/options.h"

namespace council_news {

/// Runs what the options ask for and writes to standard output. Throws Error, and ClosedPipe if the reader of the
/// output is gone.
ExitStatus run_search(const Options& options);

}  // namespace council_news
