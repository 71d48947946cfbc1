#include "common/knowledge/topics.h"

#include <algorithm>
#include <stdexcept>

#include "common/knowledge/table.h"
#include "common/knowledge/tables.h"
#include "common/text/fold.h"

namespace council_news {
namespace {

double weight_of(std::string_view cell) { return std::stod(std::string(cell)); }

std::vector<Topic> read_topics() {
  std::vector<Topic> topics;
  for (const auto& row : read_table(kTopicsTable, "topic\tkind\tweight\ttext")) {
    if (topics.empty() || topics.back().slug != row[0]) topics.push_back({row[0], {}, {}, {}});
    Topic& topic = topics.back();
    if (row[1] == "label") {
      topic.label = row[3];
    } else if (row[1] == "category") {
      topic.categories.push_back(fold_name(row[3]));
    } else if (row[1] == "cue") {
      topic.cues.push_back({row[3], weight_of(row[2])});
    } else if (row[1] == "anti") {
      topic.cues.push_back({row[3], -weight_of(row[2])});
    } else {
      throw std::logic_error("topics.tsv: unknown kind '" + std::string(row[1]) + "'");
    }
  }
  return topics;
}

}  // namespace

const std::vector<Topic>& topics() {
  static const std::vector<Topic> instance = read_topics();
  return instance;
}

const Topic* find_topic(std::string_view slug) {
  const auto it =
      std::find_if(topics().begin(), topics().end(), [&](const Topic& topic) { return topic.slug == slug; });
  return it == topics().end() ? nullptr : &*it;
}

}  // namespace council_news
