#pragma once

#include <boost/program_options.hpp>

#include "indexer/feeds/read_web.h"

namespace council_news {

/// The options of every command that makes web requests.
void add_web_options(boost::program_options::options_description& options);

WebOptions web_options(const boost::program_options::variables_map& values);

}  // namespace council_news
