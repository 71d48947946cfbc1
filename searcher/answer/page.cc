#include "searcher/answer/page.h"

#include <algorithm>
#include <set>
#include <string>

#include "common/index/relations.h"
#include "common/index/schema.h"

namespace council_news {
namespace {

std::string published(const Xapian::MSetIterator& match) { return match.get_document().get_value(kPublishedSlot); }

}  // namespace

Page page_of(const Xapian::MSet& matches) {
  Page page;
  for (auto match = matches.begin(); match != matches.end(); ++match) page.push_back(match);
  return page;
}

std::optional<Page> page_of_best(const Xapian::MSet& best, bool whole, std::size_t offset, std::size_t limit,
                                 bool group) {
  Page page;
  std::set<std::string> stories;
  const auto tells_anew = [&](const Xapian::MSetIterator& match) {
    const std::string story = group ? match.get_document().get_value(kGroupSlot) : "";
    return story.empty() || stories.insert(story).second;
  };
  for (auto match = best.begin(); match != best.end() && page.size() < offset + limit;) {
    Page equals;
    for (const double weight = match.get_weight(); match != best.end() && match.get_weight() == weight; ++match)
      equals.push_back(match);
    if (match == best.end() && !whole) return std::nullopt;  // there may be more of them
    if (equals.size() > 1)
      std::stable_sort(equals.begin(), equals.end(),
                       [](const auto& one, const auto& other) { return published(one) > published(other); });
    std::copy_if(equals.begin(), equals.end(), std::back_inserter(page), tells_anew);
  }
  page.resize(std::min(page.size(), offset + limit));
  page.erase(page.begin(), page.begin() + static_cast<std::ptrdiff_t>(std::min(offset, page.size())));
  return page;
}

}  // namespace council_news
