#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace council_news {

/// A name by which newspapers call a council.
struct CouncilName {
  std::string_view text;  ///< as fold_name gives it: `kings lynn`
  bool safe;      ///< standing alone in council news it means this place; else it wants a council word beside it
  bool capitals;  ///< letters that stand for the name, which count only when written in capitals: `KCC`
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
  std::string_view started;  ///< YYYY-MM-DD, or empty when not known
  std::string_view ended;    ///< YYYY-MM-DD, or empty for an authority of today
  std::span<const std::string_view> predecessors;
  std::span<const std::string_view> successors;
  std::span<const std::string_view> domains;
  std::span<const CouncilName> names;  ///< its place name, then its aliases; official_name is not among them

  bool is_current() const { return ended.empty(); }
};

/// The councils we know.
class Gazetteer {
 public:
  /// Authorities of today first, then by slug.
  std::span<const Council> councils() const;

  /// The council of that slug, or nullptr.
  const Council* by_slug(std::string_view slug) const;

  /// The council whose site has that host name: `news.leeds.gov.uk` is of `leeds.gov.uk`. More than one share a site
  /// in a few places.
  std::vector<const Council*> by_host(std::string_view host) const;

  /// What a person may mean by `text`: slug, GSS code, name, official name, alias, with or without "council" and the
  /// like. Authorities of today come first; the slug of one is only that one, the slug of an abolished one any that go
  /// by that name: `bath` is Bath and North East Somerset, too. Empty when nothing is known by it.
  std::vector<const Council*> resolve(std::string_view text) const;

  /// That council with all that went before it and all that came of it, current ones first: what `council:cumbria+`
  /// asks for. Its siblings, made of the same predecessor, are not among them.
  std::vector<const Council*> family(const Council& council) const;

  /// Councils with that folded name, official name or alias.
  std::vector<const Council*> by_name(std::string_view folded) const;
};

/// The gazetteer of councils.tsv.
inline Gazetteer gazetteer() { return {}; }

/// The name of the council of that slug; the slug itself when there is none. For those who show a council and want
/// nothing else of it: cheaper than by_slug().
std::string council_name(std::string_view slug);

/// `folded` without what an authority's name carries beside the place: `london borough of camden` → `camden`,
/// `norfolk cc` → `norfolk`. Itself when there is no such word.
std::string without_designators(std::string_view folded);

}  // namespace council_news
