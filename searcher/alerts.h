#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "common/error.h"
#include "searcher/options.h"

namespace council_news {

/// Saved searches, and what they find that was not given before: once to `--since-last`, whatever the format, and once
/// to the digest in each format (saved/given_file.h). What was shown is remembered only after the output is complete.

/// A saved search with the overrides of the command line.
Request saved_with_options(const std::string& name, const Options& options);

ExitStatus run_since_last(const Options& options, const std::vector<std::filesystem::path>& databases);

/// All saved searches. A search that fails is reported, and the others go on. An article that several find is shown
/// under the first, which names the others.
ExitStatus run_digest(const Options& options, const std::vector<std::filesystem::path>& databases);

}  // namespace council_news
