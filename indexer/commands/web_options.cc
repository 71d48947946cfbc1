#include "indexer/commands/web_options.h"

#include <string>

namespace council_news {

namespace po = boost::program_options;

void add_web_options(po::options_description& options) {
  options.add_options()                                                           //
      ("allow-private", "allow addresses of this machine and its local network")  //
      ("contact", po::value<std::string>()->default_value("")->value_name("ADDRESS"),
       "email or web address for the User-Agent header; default $COUNCIL_NEWS_CONTACT, else USER@HOST")  //
      ("ca-file", po::value<std::string>()->default_value("")->value_name("FILE"),
       "trusted certificate authorities, instead of the system's");
}

WebOptions web_options(const po::variables_map& values) {
  WebOptions options;
  options.allow_private = values.count("allow-private") > 0;
  options.contact = values["contact"].as<std::string>();
  options.ca_file = values["ca-file"].as<std::string>();
  return options;
}

}  // namespace council_news
