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

/// What a name is worth, by where it stands and by its evidence: place (of a council that is named otherwise), bare,
/// office, council.
struct PlaceWeights {
  const char* label;
  std::array<double, 4> weight;
  int most;  ///< names of one council that count there
};
constexpr std::array<PlaceWeights, 4> kPlaces{{
    {"in the headline", {4, 6, 8, 10}, 1},
    {"in the first paragraph", {1, 3, 5, 6}, 2},
    {"in the second paragraph", {1, 1.5, 2.5, 3}, 1},
    {"further down", {0.5, 1, 1.5, 2}, 3},
}};
/// What is said of the four kinds of evidence: a council word speaks for itself.
constexpr std::array<std::string_view, 4> kEvidenceInWords{", as a place", ", for its council",
                                                           ", by an office, a party or a list", ""};
/// The feed of the article is configured as the council's.
constexpr double kConfigured = 20;
/// The article comes from a site or an outlet of the council.
constexpr double kOwnSite = 12;
/// A name by the way, "formerly of Leicester City Council", is worth this part; so is that of an authority no more.
constexpr double kAsideShare = 0.35;

/// An article is about a council whose score is at least this, and at least this part of the best one's.
constexpr double kAboutScore = 2.2;
constexpr double kAboutShare = 0.5;
/// One that is not in the headline while the best one is needs more: it is the other side of somebody's story.
constexpr double kAboutShareBelow = 0.65;
/// A leading one with less does not stand out.
constexpr double kStandsOut = 3;
/// One that is named together with the best one from the first on needs less.
constexpr double kAboutShareBeside = 0.33;
/// The only council that an article names needs less.
constexpr double kAboutAlone = 2;
/// An article about more councils than this is a table, and about none of them unless its headline says so.
constexpr std::ptrdiff_t kMostAbout = 12;

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
    for (const Naming& naming : names_.namings) {
      const NamedCouncil& named = naming.named;
      const auto key = std::make_pair(named.council, naming.where);
      const PlaceWeights& place = kPlaces[static_cast<std::size_t>(naming.where)];
      const bool more = std::count(counted.begin(), counted.end(), key) < place.most;
      counted.push_back(key);
      double weight = more ? place.weight[static_cast<std::size_t>(named.evidence)] : 0;
      if (named.aside) weight *= kAsideShare;
      add(named.council, weight, in_words(naming));
    }
  }

  /// `“Leeds City Council” further down, by the way`.
  static std::string in_words(const Naming& naming) {
    const NamedCouncil& named = naming.named;
    const std::string_view words = naming.passage.substr(named.begin, named.end - named.begin);
    const std::string_view place = kPlaces[static_cast<std::size_t>(naming.where)].label;
    if (named.name == nullptr) return fmt::format("its address “{}” {}", words, place);
    return fmt::format("“{}” {}{}{}", squeeze(words), place, kEvidenceInWords[static_cast<std::size_t>(named.evidence)],
                       named.aside ? ", by the way" : "");
  }

  void add(const Council* council, double score, std::string reason) {
    auto it = std::find_if(evidence_.begin(), evidence_.end(), [&](const auto& e) { return e.council == council; });
    if (it == evidence_.end()) it = evidence_.insert(evidence_.end(), CouncilEvidence{council, 0, {}, false, {}});
    it->score += score;
    it->reasons.push_back({std::move(reason), score});
  }

  void decide() {
    std::stable_sort(evidence_.begin(), evidence_.end(),
                     [](const auto& a, const auto& b) { return a.score > b.score; });
    if (evidence_.empty()) return;
    // An authority of the past is no measure for those of today.
    auto leading =
        std::find_if(evidence_.begin(), evidence_.end(), [&](const auto& one) { return !is_past(one.council); });
    if (leading == evidence_.end() || leading->score < kAboutScore) leading = evidence_.begin();
    for (CouncilEvidence& one : evidence_) {
      one.why_not = why_not_about(one, *leading);
      one.about = one.why_not.empty();
    }
    if (std::count_if(evidence_.begin(), evidence_.end(), [](const auto& one) { return one.about; }) <= kMostAbout)
      return;
    for (CouncilEvidence& one : evidence_) {
      if (!one.about || is_own(one.council) || is_in_headline(one.council)) continue;
      one.about = false;
      one.why_not = "one of very many";
    }
  }

  /// Why the article is not about a council, for people; empty when it is.
  std::string_view why_not_about(const CouncilEvidence& one, const CouncilEvidence& leading) const {
    if (is_own(one.council)) return {};
    if (is_past(one.council) && !is_past(leading.council)) return "an authority of the past";
    // Where no council stands out, one that is named in full is as much the news as the others.
    const bool low = evidence_.size() == 1 || (leading.score <= kStandsOut && is_named_alone(one.council));
    if (one.score < (low ? kAboutAlone : kAboutScore)) return "little is said of it";
    const bool below = is_in_headline(leading.council) && !is_beside_headline(one.council);
    double share = below ? kAboutShareBelow : kAboutShare;
    if (is_named_first_with(one.council, leading.council)) share = kAboutShareBeside;
    if (one.score < share * leading.score) return "others are said more of";
    return {};
  }

  /// Is it named with its council word and in no list?
  bool is_named_alone(const Council* council) const {
    return std::any_of(names_.namings.begin(), names_.namings.end(), [&](const Naming& naming) {
      return naming.named.council == council && naming.named.evidence == NameEvidence::council &&
             std::count_if(names_.namings.begin(), names_.namings.end(), [&](const Naming& other) {
               return other.paragraph == naming.paragraph && other.named.list == naming.named.list;
             }) == 1;
    });
  }

  /// Does it stand in one list with the other where that is first named, or both in the headline?
  bool is_named_first_with(const Council* council, const Council* leading) const {
    const auto first = std::find_if(names_.namings.begin(), names_.namings.end(),
                                    [&](const Naming& naming) { return naming.named.council == leading; });
    return first != names_.namings.end() &&
           std::any_of(names_.namings.begin(), names_.namings.end(), [&](const Naming& naming) {
             return naming.named.council == council && naming.paragraph == first->paragraph && !naming.named.aside &&
                    naming.named.evidence != NameEvidence::place &&
                    (naming.named.list == first->named.list || naming.where == Where::headline);
           });
  }

  bool is_own(const Council* council) const {
    return contains(names_.site, council) || contains(names_.configured, council);
  }

  /// Was it abolished long before?
  bool is_past(const Council* council) const {
    return !is_own(council) && std::none_of(names_.namings.begin(), names_.namings.end(), [&](const Naming& naming) {
      return naming.named.council == council && naming.named.in_use;
    });
  }

  bool is_in_headline(const Council* council) const {
    return std::any_of(names_.namings.begin(), names_.namings.end(), [&](const Naming& naming) {
      return naming.where == Where::headline && naming.named.council == council;
    });
  }

  /// Is it in the headline, or in the first paragraph in one list with one that is?
  bool is_beside_headline(const Council* council) const {
    if (is_in_headline(council)) return true;
    for (const Naming& naming : names_.namings) {
      if (naming.where != Where::opening || naming.named.council != council) continue;
      for (const Naming& other : names_.namings) {
        if (other.paragraph == naming.paragraph && other.named.list == naming.named.list &&
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
