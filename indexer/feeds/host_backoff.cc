#include "indexer/feeds/host_backoff.h"

#include <fmt/core.h>

#include "indexer/feeds/transition.h"

namespace council_news {

std::string backoff_text(const HostBackoff& backoff) {
  return fmt::format("{} asked not to be retried before {} (Retry-After)", backoff.authority,
                     format_timestamp(backoff.not_before));
}

void apply_retry_after(Fetcher& fetcher, ArchiveWriter& writer, const Fetched& fetched, Timestamp now) {
  const auto not_before = host_backoff_until(fetched.response, now);
  if (!not_before) return;
  const HostBackoff backoff{authority_of(fetched.url), *not_before};
  fetcher.postpone_host(backoff.authority, backoff_text(backoff));
  save_host_backoff(writer, backoff);
}

}  // namespace council_news
