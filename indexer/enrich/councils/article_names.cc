#include "indexer/enrich/councils/article_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/text/url.h"
#include "indexer/enrich/councils/article_setting.h"
#include "indexer/enrich/councils/council_addresses.h"
#include "indexer/enrich/councils/mention_rules.h"
#include "indexer/enrich/councils/own_paragraphs.h"

namespace council_news {
namespace {

/// With this many sport words "Bolton boss" is a football manager's, unless more sentences are about authorities.
constexpr int kSportWords = 2;
/// With this many words for local authorities' business, the article is about authorities.
constexpr int kAffairs = 2;
/// With this many sentences about authorities, the article is about them.
constexpr int kCivicSentences = 2;
/// The list number of a mention outside lists.
constexpr std::uint32_t kNoList = UINT32_MAX;
/// Prominence of a place by its position, for resolving references.
constexpr std::array<int, 4> kProminence{4, 3, 2, 1};
constexpr int kMinProminence = 2;

/// Whether "the city" or "the borough council" may mean this council. Any but an area may be "the council".
bool is_of_kind(const Council& council, std::string_view kind) {
  const auto has = [&](std::string_view word) { return council.official_name.find(word) != std::string_view::npos; };
  if (kind == "its") return true;
  if (kind == "city") return has("City");
  if (kind == "county") return council.kind == "county" || has("County");
  if (kind == "borough") return has("Borough") || council.kind == "london-borough" || council.kind == "metropolitan";
  if (kind == "district")
    return has("District") || council.kind == "metropolitan" ||
           (council.kind == "district" && !has("Borough") && !has("City"));
  return !is_area(council);
}

/// Whether its name is only that of a county or another area: "Hampshire has warned", but not "Reading has".
bool is_geography(const NamedCouncil& named) {
  return is_area(*named.council) || named.council->county == named.council->name || named.name->words.size() > 1;
}

class Reader {
 public:
  enum class Subject { any, elections };

  Reader(const Article& article, const CouncilNameFinder& finder, Subject subject)
      : article_(article), finder_(finder), day_(reference_day(article)), abroad_(is_abroad(article)) {
    civic_ = subject == Subject::elections;
    read_passages(subject);
  }

  bool is_on_elections() const { return elections_.is_of_councils(); }

  ArticleNames run() {
    std::erase_if(mentions_, [&](const Mention& mention) { return is_homonym(mention); });
    follow_longer_names(mentions_);
    for (const std::size_t paragraph : remove_outer_councils(mentions_)) references_.push_back({{}, paragraph});
    if (civic_) read_tables(mentions_);
    names_council_ = std::any_of(mentions_.begin(), mentions_.end(), [](const Mention& mention) {
      return mention.named.evidence == NameEvidence::council;
    });
    civic_ = civic_ || names_council_ || is_about_acts() || is_on_affairs();
    read_as_councils();
    for (const Mention& mention : mentions_)
      if (counts(mention.named)) anchor(mention.named.council);
    read_configured();
    read_site();
    resolve_references();
    std::erase_if(mentions_, [&](const Mention& mention) { return !is_anchored(mention.named.council); });
    move_opening(mentions_);
    return {std::move(mentions_), std::move(configured_), std::move(site_)};
  }

 private:
  /// A reference to an unnamed authority.
  struct Reference {
    AuthorityReference to;
    std::size_t paragraph;
    bool operator==(const Reference&) const = default;
  };

  void read_passages(Subject subject) {
    PassageContext context{.day = day_, .elections = subject == Subject::elections};
    read(article_.title, Where::headline, 0, context);
    std::size_t number = 0;
    std::size_t paragraph = 0;
    const std::string_view body = article_.body.empty() ? article_.summary : article_.body;
    for (const std::string_view text : own_paragraphs(body)) {
      const Where where = number == 0 ? Where::opening : number == 1 ? Where::second : Where::later;
      read(text, where, ++paragraph, context);
      if (!context.in_list) ++number;
    }
    // In an archive of council news, a headline alone is about council affairs.
    civic_ = civic_ || paragraph == 0;
  }

  void read(std::string_view passage, Where where, std::size_t paragraph, PassageContext& context) {
    const PassageReading reading = finder_.read(passage, context);
    for (const NamedCouncil& named : reading.names) mentions_.push_back({named, where, paragraph, passage});
    for (const CouncilAddress& address : find_council_addresses(passage)) {
      NamedCouncil named{};
      named.council = address.council;
      named.evidence = NameEvidence::office;
      named.begin = address.begin;
      named.end = address.end;
      named.list = kNoList;
      named.safe = named.in_use = true;
      mentions_.push_back({named, where, paragraph, passage});
    }
    for (const AuthorityReference& to : reading.references) {
      const Reference reference{to, paragraph};
      if (std::find(references_.begin(), references_.end(), reference) == references_.end())
        references_.push_back(reference);
    }
    homonyms_.insert(homonyms_.end(), reading.homonyms.begin(), reading.homonyms.end());
    civic_ = civic_ || reading.civic;
    other_council_ = other_council_ || reading.other_council;
    sport_ += reading.sport_words;
    affairs_ += reading.affairs_words;
    civic_sentences_ += reading.civic_sentences;
    context.in_list = reading.announces_list;
    elections_ += reading.elections;
    context.civic = reading.civic;
  }

  /// A person, or Boston in Massachusetts: in this article the name needs its council word.
  bool is_homonym(const Mention& mention) const {
    if (abroad_ && !mention.named.safe) return true;
    return mention.named.evidence != NameEvidence::council &&
           std::find(homonyms_.begin(), homonyms_.end(), mention.named.name) != homonyms_.end();
  }

  bool is_sports_page() const { return sport_ >= kSportWords && sport_ >= civic_sentences_; }

  bool counts(const NamedCouncil& named) const {
    if (named.evidence == NameEvidence::council) return true;
    if (named.evidence == NameEvidence::place) return false;
    if (is_sports_page()) return civic_ && names_council_;
    return civic_ || named.evidence == NameEvidence::office;
  }

  /// In an article about authorities, a name that certainly means a place means its council, unless it is a location:
  /// "figures for Leeds" are the council's, "shops in Leeds" are not.
  void read_as_councils() {
    if (!civic_ || other_council_ || is_sports_page()) return;
    if (civic_sentences_ < kCivicSentences && !is_on_affairs()) return;
    for (Mention& mention : mentions_) {
      NamedCouncil& named = mention.named;
      if (named.evidence != NameEvidence::place || named.origin || named.passing) continue;
      if (named.location && !(named.service && named.safe)) continue;
      if (!named.in_use || named.doubtful || (!named.safe && !(named.acts && is_geography(named)))) continue;
      named.evidence = NameEvidence::bare;
    }
  }

  /// Whether it is about business that is mostly local authorities'.
  bool is_on_affairs() const { return affairs_ >= kAffairs && sport_ == 0 && !other_council_; }

  /// Without a word about authorities: whether the article is about the actions of a place, in its headline and its
  /// opening.
  bool is_about_acts() const {
    if (sport_ > 0 || other_council_) return false;
    const auto acts = [&](Where where, const Council* council) {
      return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
        return mention.where == where && mention.named.council == council &&
               (where == Where::headline || (mention.named.acts && mention.named.evidence == NameEvidence::bare));
      });
    };
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
      return mention.where == Where::headline && acts(Where::opening, mention.named.council);
    });
  }

  void read_configured() {
    for (const std::string& slug : article_.given_councils) {
      const Council* council = gazetteer().by_slug(slug);
      if (council == nullptr) continue;  // from another version of the gazetteer
      configured_.push_back(council);
      anchor(council);
    }
  }

  /// Finds the councils of the site or outlet. Of neighbours that share a site, those that the text names.
  void read_site() {
    site_ = gazetteer().by_host(host_of(article_.url));
    if (site_.empty()) {
      for (const NamedCouncil& named : finder_.read(article_.outlet, {day_}).names)
        if (named.evidence == NameEvidence::council) site_.push_back(named.council);
    }
    if (site_.size() > 1 && std::any_of(site_.begin(), site_.end(), [&](const Council* c) { return is_anchored(c); }))
      std::erase_if(site_, [&](const Council* council) { return !is_anchored(council); });
    for (const Council* council : site_) anchor(council);
  }

  void anchor(const Council* council) {
    if (!is_anchored(council)) anchored_.push_back(council);
  }
  bool is_anchored(const Council* council) const {
    return std::find(anchored_.begin(), anchored_.end(), council) != anchored_.end();
  }

  /// Resolves references to unnamed authorities to places.
  void resolve_references() {
    if (other_council_ || !civic_ || (is_sports_page() && !names_council_)) return;
    std::vector<std::string_view> resolved;
    for (const Reference& reference : references_) {
      if (reference.to.count != 1) {
        resolve_to_list(reference);
        continue;
      }
      const std::string_view kind = reference.to.kind;
      if (std::find(resolved.begin(), resolved.end(), kind) != resolved.end()) continue;
      if (!is_resolved(reference) && resolve_to_most_prominent(reference, Candidates::all)) resolved.push_back(kind);
    }
    // A place in the headline of an article about council affairs means its council, unless others are certainly meant.
    const Reference whole{{}, mentions_.empty() ? 0 : mentions_.back().paragraph};
    if (!is_resolved(whole)) resolve_to_most_prominent(whole, Candidates::headline);
  }

  /// Whether the text names a council that the reference may mean: with its council word, or earlier with more than its
  /// bare name.
  bool is_resolved(const Reference& reference) const {
    const auto fits = [&](const Council* council) {
      return reference.to.kind.empty() || is_of_kind(*council, reference.to.kind);
    };
    if (std::any_of(site_.begin(), site_.end(), fits)) return true;
    if (std::any_of(configured_.begin(), configured_.end(), fits)) return true;
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
      if (!is_anchored(mention.named.council) || !fits(mention.named.council)) return false;
      if (mention.named.evidence == NameEvidence::council) return true;
      return mention.paragraph <= reference.paragraph &&
             (mention.where == Where::headline || mention.named.evidence == NameEvidence::office);
    });
  }

  enum class Candidates { all, headline };

  /// The most prominent place before the reference, or nullptr: if several are equal, the reference is ambiguous.
  const Council* most_prominent(const Reference& reference, Candidates candidates) const {
    std::vector<std::pair<const Council*, int>> weights;
    for (const Mention& mention : mentions_) {
      if (!may_mean(mention, reference)) continue;
      const auto known = std::find_if(weights.begin(), weights.end(),
                                      [&](const auto& one) { return one.first == mention.named.council; });
      const int weight = kProminence[static_cast<std::size_t>(mention.where)];
      if (known != weights.end())
        known->second += weight;
      else if (candidates == Candidates::all || (mention.where == Where::headline && mention.named.safe))
        weights.emplace_back(mention.named.council, weight);
    }
    const auto best = std::max_element(weights.begin(), weights.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == weights.end() || best->second < kMinProminence) return nullptr;
    const bool in_headline = std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& mention) {
      return mention.where == Where::headline && mention.named.council == best->first;
    });
    const auto alike =
        std::count_if(weights.begin(), weights.end(), [&](const auto& one) { return one.second == best->second; });
    return alike > 1 && !in_headline ? nullptr : best->first;
  }

  bool resolve_to_most_prominent(const Reference& reference, Candidates candidates) {
    const Council* best = most_prominent(reference, candidates);
    if (best == nullptr) return false;
    const bool beside_others = is_resolved({{}, reference.paragraph});
    anchor(best);
    for (Mention& mention : mentions_) {
      if (mention.named.council != best || beside_others) continue;
      mention.named.evidence = std::max(mention.named.evidence, NameEvidence::bare);
      resolve_partners(mention, reference);
    }
    return true;
  }

  /// "The three councils": the last list so far with exactly that many names, if none of them is already known to be a
  /// council.
  void resolve_to_list(const Reference& reference) {
    std::vector<Mention*> list;
    for (auto mention = mentions_.rbegin(); mention != mentions_.rend(); ++mention) {
      if (!list.empty() &&
          (mention->paragraph != list.front()->paragraph || mention->named.list != list.front()->named.list)) {
        if (is_list_meant(list, reference)) break;
        list.clear();
      }
      if (mention->paragraph <= reference.paragraph) list.push_back(&*mention);
    }
    if (!is_list_meant(list, reference)) return;
    for (Mention* mention : list) {
      anchor(mention->named.council);
      mention->named.evidence = std::max(mention->named.evidence, NameEvidence::bare);
    }
  }

  static bool is_list_meant(const std::vector<Mention*>& list, const Reference& reference) {
    const std::size_t count = reference.to.count;
    return (count == 0 ? list.size() > 1 : list.size() == count) &&
           std::all_of(list.begin(), list.end(), [&](const Mention* mention) { return may_mean(*mention, reference); });
  }

  /// "Manchester and Salford": names in one list of the headline are resolved together.
  void resolve_partners(const Mention& resolved, const Reference& reference) {
    if (resolved.where != Where::headline) return;
    for (Mention& mention : mentions_) {
      if (mention.where != Where::headline || mention.named.list != resolved.named.list ||
          !may_mean(mention, reference))
        continue;
      anchor(mention.named.council);
      mention.named.evidence = std::max(mention.named.evidence, NameEvidence::bare);
    }
  }

  static bool may_mean(const Mention& mention, const Reference& reference) {
    return mention.named.in_use && !mention.named.doubtful && !mention.named.origin &&
           mention.paragraph <= reference.paragraph && is_of_kind(*mention.named.council, reference.to.kind);
  }

  const Article& article_;
  const CouncilNameFinder& finder_;
  std::string day_;
  std::vector<Mention> mentions_;
  std::vector<Reference> references_;
  std::vector<const Name*> homonyms_;
  ElectionTalk elections_;
  bool abroad_ = false;
  bool civic_ = false;
  bool names_council_ = false;
  bool other_council_ = false;
  int sport_ = 0;
  int affairs_ = 0;
  int civic_sentences_ = 0;
  std::vector<const Council*> configured_;
  std::vector<const Council*> site_;
  std::vector<const Council*> anchored_;
};

}  // namespace

ArticleNames read_article_names(const Article& article, const CouncilNameFinder& finder) {
  Reader reader(article, finder, Reader::Subject::any);
  if (!reader.is_on_elections()) return reader.run();
  return Reader(article, finder, Reader::Subject::elections).run();  // the evidence of the names depends on it
}

}  // namespace council_news
