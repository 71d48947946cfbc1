#include "indexer/enrich/councils.h"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/core.h>

#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/enrich/councils/article_names.h"

namespace council_news {
namespace {

/// The weights of a mention by its position and by its evidence: place (of a council that is named elsewhere), bare,
/// office, council.
struct PlaceWeights {
  const char* label;
  std::array<double, 4> weight;
  int max_count;  ///< mentions of one council that count at this position
};
constexpr std::array<PlaceWeights, 4> kPlaces{{
    {"in the headline", {4, 6, 8, 10}, 1},
    {"in the first paragraph", {1, 3, 5, 6}, 2},
    {"in the second paragraph", {1, 1.5, 2.5, 3}, 1},
    {"further down", {0.5, 1, 1.5, 2}, 3},
}};
/// Wording of the four kinds of evidence; a council word needs none.
constexpr std::array<std::string_view, 4> kEvidenceInWords{", as a place", ", meaning its council",
                                                           ", beside an office or party, or in a list", ""};
/// The feed of the article is configured as the council's.
constexpr double kConfigured = 20;
/// The article comes from a site or an outlet of the council.
constexpr double kOwnSite = 12;
/// The share of its weight that a passing mention has, "formerly of Leicester City Council"; the same for an abolished
/// authority.
constexpr double kPassingShare = 0.35;

/// An article is about a council with at least this score and at least this share of the best one's.
constexpr double kAboutScore = 2.2;
constexpr double kAboutShare = 0.5;
/// A council needs a higher share if only the best one is in the headline: it is then the other party of the story.
constexpr double kAboutShareBelow = 0.65;
/// A best council with a lower score does not stand out.
constexpr double kProminent = 3;
/// A council mentioned together with the best one from the beginning needs a lower share.
constexpr double kAboutShareBeside = 0.33;
/// The only council of an article needs a lower score.
constexpr double kAboutAlone = 2;
/// An article about more councils than this is a table, and about none of them unless its headline says so.
constexpr std::ptrdiff_t kMaxAbout = 12;

bool contains(const std::vector<const Council*>& councils, const Council* council) {
  return std::find(councils.begin(), councils.end(), council) != councils.end();
}

class Judge {
 public:
  Judge(const Article& article, ArticleNames names) : article_(article), names_(std::move(names)) {}

  std::vector<CouncilEvidence> run() {
    for (const Council* council : names_.configured) add(council, kConfigured, "configured for its feed");
    for (const Council* council : names_.site) add(council, kOwnSite, site_in_words());
    weigh();
    decide();
    for (CouncilEvidence& one : evidence_) {
      std::stable_sort(one.reasons.begin(), one.reasons.end(),
                       [](const auto& a, const auto& b) { return a.weight > b.weight; });
    }
    return std::move(evidence_);
  }

 private:
  std::string site_in_words() const {
    const std::string host = host_of(article_.url);
    if (!gazetteer().by_host(host).empty()) return fmt::format("published on its site {}", host);
    return fmt::format("published by “{}”", squeeze(article_.outlet));
  }

  void weigh() {
    std::vector<std::pair<const Council*, Where>> counted;
    for (const Mention& mention : names_.mentions) {
      const NamedCouncil& named = mention.named;
      const auto key = std::make_pair(named.council, mention.where);
      const PlaceWeights& place = kPlaces[static_cast<std::size_t>(mention.where)];
      const bool more = std::count(counted.begin(), counted.end(), key) < place.max_count;
      counted.push_back(key);
      double weight = more ? place.weight[static_cast<std::size_t>(named.evidence)] : 0;
      if (named.passing) weight *= kPassingShare;
      add(named.council, weight, in_words(mention));
    }
  }

  /// `“Leeds City Council” further down, in passing`.
  static std::string in_words(const Mention& mention) {
    const NamedCouncil& named = mention.named;
    const std::string_view words = mention.passage.substr(named.begin, named.end - named.begin);
    const std::string_view place = kPlaces[static_cast<std::size_t>(mention.where)].label;
    if (named.name == nullptr) return fmt::format("its address “{}” {}", words, place);
    return fmt::format("“{}” {}{}{}", squeeze(words), place, kEvidenceInWords[static_cast<std::size_t>(named.evidence)],
                       named.passing ? ", in passing" : "");
  }

  void add(const Council* council, double score, std::string reason) {
    auto it = std::find_if(evidence_.begin(), evidence_.end(), [&](const auto& e) { return e.council == council; });
    if (it == evidence_.end())
      it = evidence_.insert(evidence_.end(), CouncilEvidence{.council = council, .reasons = {}, .why_not = {}});
    it->score += score;
    it->reasons.push_back({std::move(reason), score});
  }

  void decide() {
    std::stable_sort(evidence_.begin(), evidence_.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    if (evidence_.empty()) return;
    // An abolished authority does not set the standard for current ones.
    auto leading =
        std::find_if(evidence_.begin(), evidence_.end(), [&](const auto& one) { return !is_abolished(one.council); });
    if (leading == evidence_.end() || leading->score < kAboutScore) leading = evidence_.begin();
    for (CouncilEvidence& one : evidence_) {
      one.why_not = why_not_about(one, *leading);
      one.about = one.why_not.empty();
    }
    if (std::count_if(evidence_.begin(), evidence_.end(), [](const auto& one) { return one.about; }) <= kMaxAbout)
      return;
    for (CouncilEvidence& one : evidence_) {
      if (!one.about || is_own(one.council) || is_in_headline(one.council)) continue;
      one.about = false;
      one.why_not = "one of too many councils";
    }
  }

  /// Why the article is not about a council, human-readable; empty if it is.
  std::string_view why_not_about(const CouncilEvidence& one, const CouncilEvidence& leading) const {
    if (is_own(one.council)) return {};
    if (is_abolished(one.council) && !is_abolished(leading.council)) return "abolished earlier";
    // If no council stands out, one that is named in full is as much the news as the others.
    const bool low = evidence_.size() == 1 || (leading.score <= kProminent && is_named_alone(one.council));
    if (one.score < (low ? kAboutAlone : kAboutScore)) return "too little evidence";
    const bool below = is_in_headline(leading.council) && !is_beside_headline(one.council);
    double share = below ? kAboutShareBelow : kAboutShare;
    if (is_named_first_with(one.council, leading.council)) share = kAboutShareBeside;
    if (one.score < share * leading.score) return "less prominent than others";
    return {};
  }

  /// Whether it is named with its council word and not in a list.
  bool is_named_alone(const Council* council) const {
    return std::any_of(names_.mentions.begin(), names_.mentions.end(), [&](const Mention& mention) {
      return mention.named.council == council && mention.named.evidence == NameEvidence::council &&
             std::count_if(names_.mentions.begin(), names_.mentions.end(), [&](const Mention& other) {
               return other.paragraph == mention.paragraph && other.named.list == mention.named.list;
             }) == 1;
    });
  }

  /// Whether it is in one list with the leading council where that is first mentioned, or both are in the headline.
  bool is_named_first_with(const Council* council, const Council* leading) const {
    const auto first = std::find_if(names_.mentions.begin(), names_.mentions.end(),
                                    [&](const Mention& mention) { return mention.named.council == leading; });
    return first != names_.mentions.end() &&
           std::any_of(names_.mentions.begin(), names_.mentions.end(), [&](const Mention& mention) {
             return mention.named.council == council && mention.paragraph == first->paragraph &&
                    !mention.named.passing && mention.named.evidence != NameEvidence::place &&
                    (mention.named.list == first->named.list || mention.where == Where::headline);
           });
  }

  bool is_own(const Council* council) const {
    return contains(names_.site, council) || contains(names_.configured, council);
  }

  /// Whether it was abolished long before.
  bool is_abolished(const Council* council) const {
    return !is_own(council) &&
           std::none_of(names_.mentions.begin(), names_.mentions.end(), [&](const Mention& mention) {
             return mention.named.council == council && mention.named.in_use;
           });
  }

  bool is_in_headline(const Council* council) const {
    return std::any_of(names_.mentions.begin(), names_.mentions.end(), [&](const Mention& mention) {
      return mention.where == Where::headline && mention.named.council == council;
    });
  }

  /// Whether it is in the headline, or in the first paragraph in one list with one that is.
  bool is_beside_headline(const Council* council) const {
    if (is_in_headline(council)) return true;
    for (const Mention& mention : names_.mentions) {
      if (mention.where != Where::opening || mention.named.council != council) continue;
      for (const Mention& other : names_.mentions) {
        if (other.paragraph == mention.paragraph && other.named.list == mention.named.list &&
            is_in_headline(other.named.council))
          return true;
      }
    }
    return false;
  }

  const Article& article_;
  ArticleNames names_;
  std::vector<CouncilEvidence> evidence_;
};

}  // namespace

std::vector<CouncilEvidence> judge_councils(const Article& article, const CouncilNameFinder& finder) {
  return Judge(article, read_article_names(article, finder)).run();
}

}  // namespace council_news
