#include "indexer/feeds/feed_list.h"

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <unordered_set>

#include "common/error.h"
#include "indexer/read/charset.h"

namespace council_news {

std::vector<OpmlFeed> load_feed_list(const std::string& file) {
  if (std::error_code error; std::filesystem::is_directory(file, error))
    throw InputError(file + ": a folder, not a list of feeds");
  std::ifstream stream;
  if (file != "-") stream.open(file, std::ios::binary);
  if (file != "-" && !stream) throw InputError(file + ": " + std::strerror(errno));
  std::istream& from = file == "-" ? std::cin : stream;
  Input input;
  input.source = file;
  input.bytes.assign(std::istreambuf_iterator<char>(from), {});
  if (input.bytes.empty()) throw InputError(file + ": empty, not a list of feeds");
  std::vector<std::string> warnings;
  try {
    return read_opml(to_utf8(input, warnings));
  } catch (const InputError& error) {
    throw InputError(file + ": " + error.what(), error.hint());
  }
}

std::vector<Feed*> subscribe_all(Subscriptions& subscriptions, const std::vector<OpmlFeed>& list, ListTrust trust,
                                 const std::function<void(const std::string& url, const std::string& why)>& fail) {
  std::vector<Feed*> feeds;
  std::unordered_set<const Feed*> seen;
  for (const OpmlFeed& listed : list) {
    try {
      Feed& feed =
          subscriptions.put(listed.url, [&](FeedSettings& settings) { merge_settings(settings, listed, trust); });
      if (seen.insert(&feed).second) feeds.push_back(&feed);
    } catch (const UsageError& error) {
      fail(listed.url, error.what());
    }
  }
  return feeds;
}

}  // namespace council_news
