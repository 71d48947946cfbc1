#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// A name that newspapers use for a council.
struct CouncilName {
  std::string_view text;  ///< in the form of fold_name: `kings lynn`
  bool safe;              ///< on its own in council news it means this place; otherwise it needs a council word
  bool capitals;          ///< an abbreviation that counts only in capitals: `KCC`
};

/// One authority of councils.tsv; README.md describes the columns.
struct Council {
  std::string_view slug;
  std::string_view gss;
  std::string_view name;
  std::string_view official_name;
  std::string_view kind;
  std::string_view nation;
  std::string_view region;
  std::string_view county;
  std::string_view started;  ///< YYYY-MM-DD, or empty if unknown
  std::string_view ended;    ///< YYYY-MM-DD, or empty for a current authority
  std::span<const std::string_view> predecessors;
  std::span<const std::string_view> successors;
  std::span<const std::string_view> domains;
  std::span<const CouncilName> names;  ///< its place name, then its aliases; without official_name

  bool is_current() const { return ended.empty(); }
};

/// The known councils.
class Gazetteer {
 public:
  /// Current authorities first, then by slug.
  std::span<const Council> councils() const;

  /// The council with that slug, or nullptr.
  const Council* by_slug(std::string_view slug) const;

  /// The councils whose site has that host: `news.leeds.gov.uk` belongs to `leeds.gov.uk`. In a few places several
  /// councils share a site.
  std::vector<const Council*> by_host(std::string_view host) const;

  /// The councils that a user may mean by `text`: slug, GSS code, name, official name, alias, with or without "council"
  /// and the like. Current authorities come first. The slug of a current one gives only that one, the slug of an
  /// abolished one all with that name: `bath` also gives Bath and North East Somerset. Empty if nothing matches.
  std::vector<const Council*> resolve(std::string_view text) const;

  /// That council with all its predecessors and successors, current ones first: the result of `council:cumbria+`.
  /// Excludes siblings, which were created from the same predecessor.
  std::vector<const Council*> family(const Council& council) const;

  /// Councils with that folded name, official name or alias.
  std::vector<const Council*> by_name(std::string_view folded) const;
};

/// The gazetteer of councils.tsv.
inline Gazetteer gazetteer() { return {}; }

/// The name of the council with that slug, or the slug itself if there is none. Cheaper than by_slug() if only the name
/// is needed.
std::string council_name(std::string_view slug);

/// `folded` without the words that make a place name an authority's name: `london borough of camden` → `camden`,
/// `norfolk cc` → `norfolk`. Unchanged if there are none.
std::string without_designators(std::string_view folded);

}  // namespace council_news
