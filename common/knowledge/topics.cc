#include "common/knowledge/topics.h"

#include <algorithm>
#include <vector>

#include "common/knowledge/tables.h"

namespace council_news {
namespace {

/// The generated tables as struct Topic, converted on first use.
struct Topics {
  std::vector<std::string_view> categories;
  std::vector<Cue> cues;
  std::vector<Topic> rows;

  Topics() {
    categories.reserve(kTopicCategories.size());
    cues.reserve(kCueRows.size());
    rows.reserve(kTopicRows.size());
    for (const TableText category : kTopicCategories) categories.push_back(text_of(category));
    for (const CueRow& row : kCueRows) cues.push_back({text_of(row.text), row.weight});
    for (const TopicRow& row : kTopicRows) {
      rows.push_back(
          {text_of(row.slug), text_of(row.label), list_of(row.categories, categories), list_of(row.cues, cues)});
    }
  }
};

}  // namespace

std::span<const Topic> topics() {
  static const Topics topics;
  return topics.rows;
}

const Topic* find_topic(std::string_view slug) {
  const auto all = topics();
  const auto it = std::find_if(all.begin(), all.end(), [&](const Topic& topic) { return topic.slug == slug; });
  return it == all.end() ? nullptr : &*it;
}

std::string topic_label(std::string_view slug) {
  for (const TopicRow& row : kTopicRows)
    if (text_of(row.slug) == slug) return std::string(text_of(row.label));
  return std::string(slug);
}

}  // namespace council_news
