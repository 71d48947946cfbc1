#include "common/knowledge/topics.h"

#include <algorithm>

#include "common/knowledge/tables.h"

namespace council_news {

std::span<const Topic> topics() { return kTopics; }

const Topic* find_topic(std::string_view slug) {
  const auto it = std::find_if(kTopics.begin(), kTopics.end(), [&](const Topic& topic) { return topic.slug == slug; });
  return it == kTopics.end() ? nullptr : &*it;
}

}  // namespace council_news
