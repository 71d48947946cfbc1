#pragma once

#include <span>
#include <string>
#include <string_view>

namespace council_news {

/// A phrase that is evidence for a topic.
struct Cue {
  std::string_view text;
  double weight;  ///< 1 to 5; negative for a phrase that only looks like a cue
};

/// One topic of topics.tsv; README.md describes the rows.
struct Topic {
  std::string_view slug;
  std::string_view label;
  std::span<const std::string_view> categories;  ///< in the form of fold_name
  std::span<const Cue> cues;
};

/// The topics in the order of topics.tsv.
std::span<const Topic> topics();

/// The topic with that slug, or nullptr.
const Topic* find_topic(std::string_view slug);

/// The label of the topic with that slug, or the slug itself if there is none. Cheaper than find_topic() if only the
/// label is needed.
std::string topic_label(std::string_view slug);

}  // namespace council_news
