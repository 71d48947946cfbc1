#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// A name that newspapers use for a council.
struct CouncilName {
  std::string_view text;  ///< as fold_name gives it: `kings lynn`
  bool safe;              ///< in council news it means this place; otherwise it needs a council word next to it
  bool capitals;          ///< an abbreviation, which counts only in capitals: `KCC`
};

/// One authority of councils.tsv; README.md beside it describes the columns.
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
  std::span<const CouncilName> names;  ///< its place name, then its aliases; official_name is not among them

  bool is_current() const { return ended.empty(); }
};

/// All known councils.
class Gazetteer {
 public:
  /// Current authorities first, then by slug.
  std::span<const Council> councils() const;

  /// The council of that slug, or nullptr.
  const Council* by_slug(std::string_view slug) const;

  /// The councils whose site has that host name: `news.leeds.gov.uk` belongs to `leeds.gov.uk`. A few councils share a
  /// site.
  std::vector<const Council*> by_host(std::string_view host) const;

  /// The councils that `text` may mean: by slug, GSS code, name, official name or alias, with or without words such as
  /// "council". Current authorities come first. The slug of a current one means only that one; the slug of an abolished
  /// one means all with that name: `bath` is also Bath and North East Somerset. Empty if there is none.
  std::vector<const Council*> resolve(std::string_view text) const;

  /// That council with all its predecessors and successors, current ones first, as for `council:cumbria+`. Other
  /// successors of its predecessors are not included.
  std::vector<const Council*> family(const Council& council) const;

  /// Councils with that folded name, official name or alias.
  std::vector<const Council*> by_name(std::string_view folded) const;
};

/// The gazetteer of councils.tsv.
inline Gazetteer gazetteer() { return {}; }

/// The name of the council with that slug, or the slug itself if there is none. Cheaper than by_slug() for output that
/// only needs the name.
std::string council_name(std::string_view slug);

/// `folded` without the words that make a place name an authority's name: `london borough of camden` → `camden`,
/// `norfolk cc` → `norfolk`. Unchanged if there are none.
std::string without_designators(std::string_view folded);

}  // namespace council_news
