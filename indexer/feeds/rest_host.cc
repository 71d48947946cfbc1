#include "indexer/feeds/rest_host.h"

#include <fmt/core.h>

#include "indexer/feeds/feed_store.h"
#include "indexer/feeds/transition.h"

namespace council_news {

void rest_host_if_asked(Fetcher& fetcher, ArchiveWriter& writer, const Fetched& fetched, Timestamp now) {
  const auto until = host_rests_until(fetched.response, now);
  if (!until) return;
  const std::string authority = authority_of(fetched.url);
  fetcher.put_off(authority, fmt::format("{} asked for peace until {}", authority, format_timestamp(*until)));
  save_resting_host(writer, {authority, *until});
}

}  // namespace council_news
