#include "indexer/enrich/councils/article_names.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "common/text/url.h"
#include "indexer/enrich/councils/article_setting.h"
#include "indexer/enrich/councils/council_addresses.h"
#include "indexer/enrich/councils/naming_rules.h"
#include "indexer/enrich/councils/own_paragraphs.h"

namespace council_news {
namespace {

/// So many words of sport make "Bolton boss" a football manager's, unless more sentences speak of authorities.
constexpr int kSportWords = 2;
/// So many words of their business make it an article on authorities.
constexpr int kAffairs = 2;
/// An article with so many sentences on authorities is on them.
constexpr int kCivicSentences = 2;
/// The list of what stands in none.
constexpr std::uint32_t kNoList = UINT32_MAX;
/// How prominent a place must be to carry, by where it stands.
constexpr std::array<int, 4> kCarryWeight{4, 3, 2, 1};
constexpr int kCarryLeast = 2;

/// May "the city", "the borough council" mean this council? Any but an area may be "the council".
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

/// Is its name one of a county or of other land, and of nothing else? "Hampshire has warned", but not "Reading has".
bool is_geography(const NamedCouncil& named) {
  return is_area(*named.council) || named.council->county == named.council->name || named.name->words.size() > 1;
}

class Reader {
 public:
  /// `on_elections` says that the article is about elections to councils.
  Reader(const Article& article, const CouncilNameFinder& finder, bool on_elections)
      : article_(article), finder_(finder), day_(judging_day(article)), abroad_(is_abroad(article)) {
    civic_ = on_elections;
    read_passages(on_elections);
  }

  bool is_on_elections() const { return elections_.is_of_councils(); }

  ArticleNames run() {
    std::erase_if(namings_, [&](const Naming& naming) { return is_stranger(naming); });
    follow_longer_names(namings_);
    for (const std::size_t paragraph : take_those_within(namings_)) references_.push_back({{}, paragraph});
    if (civic_) read_tables(namings_);
    names_council_ = std::any_of(namings_.begin(), namings_.end(),
                                 [](const Naming& naming) { return naming.named.evidence == NameEvidence::council; });
    civic_ = civic_ || names_council_ || is_about_acts() || is_on_affairs();
    read_as_councils();
    for (const Naming& naming : namings_)
      if (counts(naming.named)) anchor(naming.named.council);
    read_configured();
    read_site();
    carry();
    std::erase_if(namings_, [&](const Naming& naming) { return !is_anchored(naming.named.council); });
    move_opening(namings_);
    return {std::move(namings_), std::move(configured_), std::move(site_)};
  }

 private:
  /// An authority meant and not named.
  struct Reference {
    AuthorityReference to;
    std::size_t paragraph;
    bool operator==(const Reference&) const = default;
  };

  void read_passages(bool on_elections) {
    PassageContext context{day_, false, false, on_elections};
    read(article_.title, Where::headline, 0, context);
    std::size_t number = 0;
    std::size_t paragraph = 0;
    const std::string_view body = article_.body.empty() ? article_.summary : article_.body;
    for (const std::string_view text : own_paragraphs(body)) {
      const Where where = number == 0 ? Where::opening : number == 1 ? Where::second : Where::later;
      read(text, where, ++paragraph, context);
      if (!context.in_list) ++number;
    }
    // A headline alone, in an archive of council news, is on council affairs.
    civic_ = civic_ || paragraph == 0;
  }

  void read(std::string_view passage, Where where, std::size_t paragraph, PassageContext& context) {
    const PassageReading reading = finder_.read(passage, context);
    for (const NamedCouncil& named : reading.names) namings_.push_back({named, where, paragraph, passage});
    for (const CouncilAddress& address : find_council_addresses(passage)) {
      NamedCouncil named{};
      named.council = address.council;
      named.evidence = NameEvidence::office;
      named.begin = address.begin;
      named.end = address.end;
      named.list = kNoList;
      named.safe = named.in_use = true;
      namings_.push_back({named, where, paragraph, passage});
    }
    for (const AuthorityReference& to : reading.references) {
      const Reference reference{to, paragraph};
      if (std::find(references_.begin(), references_.end(), reference) == references_.end())
        references_.push_back(reference);
    }
    strangers_.insert(strangers_.end(), reading.strangers.begin(), reading.strangers.end());
    civic_ = civic_ || reading.civic;
    other_council_ = other_council_ || reading.other_council;
    sport_ += reading.sport_words;
    affairs_ += reading.affairs_words;
    civic_sentences_ += reading.civic_sentences;
    context.in_list = reading.announces_list;
    elections_ += reading.elections;
    context.civic = reading.civic;
  }

  /// A person, or Boston in Massachusetts: only its council word can make the name a council's in this article.
  bool is_stranger(const Naming& naming) const {
    if (abroad_ && !naming.named.safe) return true;
    return naming.named.evidence != NameEvidence::council &&
           std::find(strangers_.begin(), strangers_.end(), naming.named.name) != strangers_.end();
  }

  bool is_sports_page() const { return sport_ >= kSportWords && sport_ >= civic_sentences_; }

  bool counts(const NamedCouncil& named) const {
    if (named.evidence == NameEvidence::council) return true;
    if (named.evidence == NameEvidence::place) return false;
    if (is_sports_page()) return civic_ && names_council_;
    return civic_ || named.evidence == NameEvidence::office;
  }

  /// In an article on authorities a name that surely means a place means its council, unless it says where something
  /// is: there "figures for Leeds" are the council's, and "shops in Leeds" are not.
  void read_as_councils() {
    if (!civic_ || other_council_ || is_sports_page()) return;
    if (civic_sentences_ < kCivicSentences && !is_on_affairs()) return;
    for (Naming& naming : namings_) {
      NamedCouncil& named = naming.named;
      if (named.evidence != NameEvidence::place || named.local || named.aside) continue;
      if (named.where && !(named.served && named.safe)) continue;
      if (!named.in_use || named.doubtful || (!named.safe && !(named.acts && is_geography(named)))) continue;
      named.evidence = NameEvidence::bare;
    }
  }

  /// Does it speak of what mostly authorities see to?
  bool is_on_affairs() const { return affairs_ >= kAffairs && sport_ == 0 && !other_council_; }

  /// Without a word on authorities: is the article about what a place does, in its headline and in its opening?
  bool is_about_acts() const {
    if (sport_ > 0 || other_council_) return false;
    const auto acts = [&](Where where, const Council* council) {
      return std::any_of(namings_.begin(), namings_.end(), [&](const Naming& naming) {
        return naming.where == where && naming.named.council == council &&
               (where == Where::headline || (naming.named.acts && naming.named.evidence == NameEvidence::bare));
      });
    };
    return std::any_of(namings_.begin(), namings_.end(), [&](const Naming& naming) {
      return naming.where == Where::headline && acts(Where::opening, naming.named.council);
    });
  }

  void read_configured() {
    for (const std::string& slug : article_.given_councils) {
      const Council* council = gazetteer().by_slug(slug);
      if (council == nullptr) continue;  // of another version's gazetteer
      configured_.push_back(council);
      anchor(council);
    }
  }

  /// The councils of the site or outlet. Of neighbours that share a site, those that the text names.
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

  /// Lets places stand for the authorities that the text means and does not name.
  void carry() {
    if (other_council_ || !civic_ || (is_sports_page() && !names_council_)) return;
    std::vector<std::string_view> carried;
    for (const Reference& reference : references_) {
      if (reference.to.count != 1) {
        carry_list(reference);
        continue;
      }
      const std::string_view kind = reference.to.kind;
      if (std::find(carried.begin(), carried.end(), kind) != carried.end()) continue;
      if (!is_answered(reference) && carry_most_prominent(reference, false)) carried.push_back(kind);
    }
    // A place in the headline of a piece on council affairs means its council, unless others are surely meant.
    const Reference whole{{}, namings_.empty() ? 0 : namings_.back().paragraph};
    if (!is_answered(whole)) carry_most_prominent(whole, true);
  }

  /// Does the text name a council that the reference may mean: by its council word, or by more than its bare name
  /// before?
  bool is_answered(const Reference& reference) const {
    const auto fits = [&](const Council* council) {
      return reference.to.kind.empty() || is_of_kind(*council, reference.to.kind);
    };
    if (std::any_of(site_.begin(), site_.end(), fits)) return true;
    if (std::any_of(configured_.begin(), configured_.end(), fits)) return true;
    return std::any_of(namings_.begin(), namings_.end(), [&](const Naming& naming) {
      if (!is_anchored(naming.named.council) || !fits(naming.named.council)) return false;
      if (naming.named.evidence == NameEvidence::council) return true;
      return naming.paragraph <= reference.paragraph &&
             (naming.where == Where::headline || naming.named.evidence == NameEvidence::office);
    });
  }

  /// The place that stands out before the reference, or nullptr: of several alike nobody knows which is meant.
  const Council* most_prominent(const Reference& reference, bool headline) const {
    std::vector<std::pair<const Council*, int>> weights;
    for (const Naming& naming : namings_) {
      if (!may_carry(naming, reference)) continue;
      const auto known = std::find_if(weights.begin(), weights.end(),
                                      [&](const auto& one) { return one.first == naming.named.council; });
      const int weight = kCarryWeight[static_cast<std::size_t>(naming.where)];
      if (known != weights.end())
        known->second += weight;
      else if (!headline || (naming.where == Where::headline && naming.named.safe))
        weights.emplace_back(naming.named.council, weight);
    }
    const auto best = std::max_element(weights.begin(), weights.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    if (best == weights.end() || best->second < kCarryLeast) return nullptr;
    const bool in_headline = std::any_of(namings_.begin(), namings_.end(), [&](const Naming& naming) {
      return naming.where == Where::headline && naming.named.council == best->first;
    });
    const auto alike =
        std::count_if(weights.begin(), weights.end(), [&](const auto& one) { return one.second == best->second; });
    return alike > 1 && !in_headline ? nullptr : best->first;
  }

  bool carry_most_prominent(const Reference& reference, bool headline) {
    const Council* best = most_prominent(reference, headline);
    if (best == nullptr) return false;
    const bool beside_others = is_answered({{}, reference.paragraph});
    anchor(best);
    for (Naming& naming : namings_) {
      if (naming.named.council != best || beside_others) continue;
      naming.named.evidence = std::max(naming.named.evidence, NameEvidence::bare);
      carry_partners(naming, reference);
    }
    return true;
  }

  /// "The three councils": the last list so far of just so many names, if none of them is known for a council.
  void carry_list(const Reference& reference) {
    std::vector<Naming*> list;
    for (auto naming = namings_.rbegin(); naming != namings_.rend(); ++naming) {
      if (!list.empty() &&
          (naming->paragraph != list.front()->paragraph || naming->named.list != list.front()->named.list)) {
        if (is_meant(list, reference)) break;
        list.clear();
      }
      if (naming->paragraph <= reference.paragraph) list.push_back(&*naming);
    }
    if (!is_meant(list, reference)) return;
    for (Naming* naming : list) {
      anchor(naming->named.council);
      naming->named.evidence = std::max(naming->named.evidence, NameEvidence::bare);
    }
  }

  static bool is_meant(const std::vector<Naming*>& list, const Reference& reference) {
    const std::size_t count = reference.to.count;
    return (count == 0 ? list.size() > 1 : list.size() == count) &&
           std::all_of(list.begin(), list.end(), [&](const Naming* naming) { return may_carry(*naming, reference); });
  }

  /// "Manchester and Salford": what stands in one list in the headline carries together.
  void carry_partners(const Naming& carried, const Reference& reference) {
    if (carried.where != Where::headline) return;
    for (Naming& naming : namings_) {
      if (naming.where != Where::headline || naming.named.list != carried.named.list || !may_carry(naming, reference))
        continue;
      anchor(naming.named.council);
      naming.named.evidence = std::max(naming.named.evidence, NameEvidence::bare);
    }
  }

  static bool may_carry(const Naming& naming, const Reference& reference) {
    return naming.named.in_use && !naming.named.doubtful && !naming.named.local &&
           naming.paragraph <= reference.paragraph && is_of_kind(*naming.named.council, reference.to.kind);
  }

  const Article& article_;
  const CouncilNameFinder& finder_;
  std::string day_;
  std::vector<Naming> namings_;
  std::vector<Reference> references_;
  std::vector<const Name*> strangers_;
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
  Reader reader(article, finder, false);
  if (!reader.is_on_elections()) return reader.run();
  return Reader(article, finder, true).run();  // what that says of the names is known only now
}

}  // namespace council_news
