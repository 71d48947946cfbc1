#include "indexer/enrich/explain.h"

#include <algorithm>
#include <vector>

#include <fmt/core.h>

#include "common/knowledge/topics.h"
#include "common/text/utf8.h"
#include "indexer/enrich/identity.h"

namespace council_news {
namespace {

/// Maximum pieces of evidence shown for one council or topic; the others are counted.
constexpr std::size_t kMaxReasons = 5;

template <typename Reason>
std::string reasons_in_words(const std::vector<Reason>& reasons) {
  std::string text;
  for (std::size_t i = 0; i < std::min(kMaxReasons, reasons.size()); ++i)
    text += fmt::format("    {:>4.1f}  {}\n", reasons[i].weight, reasons[i].what);
  if (reasons.size() > kMaxReasons) text += fmt::format("          and {} more\n", reasons.size() - kMaxReasons);
  return text;
}

std::string explain_councils(const Findings& findings) {
  std::string text;
  for (const CouncilEvidence& one : findings.councils) {
    const std::string known = fmt::format("{} ({})", one.council->name, one.council->slug);
    text +=
        one.about ? fmt::format("  about {}\n", known) : fmt::format("  only mentions {}: {}\n", known, one.why_not);
    text += reasons_in_words(one.reasons);
  }
  return text.empty() ? "  names no council\n" : text;
}

std::string explain_topics(const Article& article, const Findings& findings) {
  std::string text;
  for (const std::string& slug : article.given_topics)
    text += fmt::format("  topic {}: configured for its feed\n", topic_label(slug));
  std::string others;
  for (const TopicEvidence& one : findings.topics) {
    if (one.assigned)
      text += fmt::format("  topic {}\n{}", one.topic->label, reasons_in_words(one.reasons));
    else
      others += fmt::format("{}{}", others.empty() ? "" : ", ", one.topic->label);
  }
  if (text.empty()) text = "  has no topic\n";
  return others.empty() ? text : fmt::format("{}  not enough evidence for: {}\n", text, others);
}

}  // namespace

std::string explain(const Article& article, const Findings& findings) {
  std::string text = article.title.empty() ? "(no headline)\n" : squeeze(article.title) + "\n";
  const std::vector<std::string> known = identities_in_words(article);
  for (std::size_t i = 0; i < known.size(); ++i)
    text += fmt::format("  {} {}\n", i == 0 ? "identified by" : "and by", squeeze(known[i]));
  return text + explain_councils(findings) + explain_topics(article, findings);
}

}  // namespace council_news
