#include "common/article_versions.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <tuple>
#include <utility>

#include "common/article_json.h"
#include "common/article_members.h"
#include "common/hash.h"
#include "common/merge.h"
#include "common/text/url.h"

namespace council_news {

std::vector<Version> versions_of(const std::vector<Article>& readings) {
  std::set<Timestamp> times;
  for (const Article& reading : readings) times.insert(time_of(reading));
  std::vector<Version> versions;
  for (const Timestamp at : times) {
    std::vector<Article> until;
    std::copy_if(readings.begin(), readings.end(), std::back_inserter(until),
                 [&](const Article& reading) { return time_of(reading) <= at; });
    Article article = merge_readings(until);
    const auto text = [](const Article& one) { return std::tie(one.title, one.summary, one.body); };
    if (versions.empty() || text(versions.back().article) != text(article))
      versions.push_back({at, std::move(article)});
  }
  return versions;
}

Article as_given(Article article) {
  for_each_member([&](auto member) {
    if constexpr (kMemberRow<member>.origin == Origin::judged) article.*kMemberRow<member>.value = {};
  });
  return article;
}

std::string version_of(const Article& article) {
  Article own;
  for_each_member([&](auto member) {
    if constexpr (kMemberRow<member>.origin == Origin::given)
      own.*kMemberRow<member>.value = article.*kMemberRow<member>.value;
  });
  if (std::string canonical = canonical_entry_url(own.url); !canonical.empty()) own.url = std::move(canonical);
  return hash_hex(version_json(own)).substr(0, 16);
}

}  // namespace council_news
