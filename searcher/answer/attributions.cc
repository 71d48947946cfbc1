#include "searcher/answer/attributions.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/knowledge/gazetteer.h"
#include "common/knowledge/topics.h"

namespace council_news {

std::vector<std::string> attributions_of(const Article& article) {
  std::vector<std::string> lines;
  for (const Attribution& one : article.council_evidence) {
    const bool about = std::find(article.councils.begin(), article.councils.end(), one.slug) != article.councils.end();
    lines.push_back(fmt::format("{} {}: {}", about ? "about" : "mentions", council_name(one.slug), one.why));
  }
  for (const Attribution& one : article.topic_evidence)
    lines.push_back(fmt::format("topic {}: {}", topic_label(one.slug), one.why));
  return lines;
}

}  // namespace council_news
