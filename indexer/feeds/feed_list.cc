#include "indexer/feeds/feed_list.h"

#include <filesystem>
#include <unordered_set>

#include "common/error.h"
#include "common/input_errors.h"
#include "indexer/read/charset.h"
#include "indexer/source/byte_stream.h"

namespace council_news {

std::vector<OpmlFeed> load_feed_list(const std::string& file) {
  if (std::error_code error; std::filesystem::is_directory(file, error))
    throw InputError(file + ": a folder, not a list of feeds");
  Input input;
  input.source = file;
  std::vector<std::string> warnings;
  try {
    return with_input_errors([&] {
      FileStream stream(file == "-" ? std::string() : file);
      char chunk[65536];
      while (const std::size_t count = stream.read(chunk, sizeof chunk)) input.bytes.append(chunk, count);
      if (input.bytes.empty()) throw InputError("empty, not a list of feeds");
      return read_opml(to_utf8(input, warnings));
    });
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
