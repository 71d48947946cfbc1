#include "indexer/read/feed/item_address.h"

#include <utility>

#include "common/text/url.h"
#include "common/text/utf8.h"
#include "indexer/read/feed/field_choice.h"
#include "indexer/read/html/entities.h"

namespace council_news {
namespace {

constexpr std::string_view kOriginal[] = {"feedburner:origlink"};
constexpr std::string_view kLinks[] = {"link", "atom:link"};
constexpr std::string_view kGuids[] = {"guid", "id", "atom:id", "@about", "dc:identifier"};
constexpr std::string_view kIds[] = {"id", "atom:id", "@about", "dc:identifier"};
constexpr std::string_view kAddresses[] = {"@href"};
constexpr std::string_view kLanguages[] = {"@lang", "language", "dc:language"};

/// `field` as an absolute web address; empty if it is not one. Doubly escaped ampersands are common in links.
std::string web_address(const RawField& field, const std::string& site) {
  const std::string base = resolve_url(site, field.base);
  const std::string link = html::decode_entities(trim(field.value), html::EntityContext::attribute);
  if (link.empty()) return {};
  std::string url = resolve_url(base.empty() ? site : base, link);
  return host_of(url).empty() ? std::string() : url;
}

/// Whether the target of a link may be a web page.
bool may_be_page(const RawField& link) {
  return link.type.empty() || link.type.find("html") != std::string::npos || link.type == "text/plain";
}

/// The language of a tag such as `en-GB` (RFC 5646), without its region.
std::string_view primary(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

/// How well the target of a link suits readers of `language`.
int language_rank(const RawField& link, std::string_view language) {
  enum { other_language, any_language, other_region, exact };
  if (link.language.empty() || language.empty()) return any_language;
  if (equal_ignoring_case(link.language, language)) return exact;
  if (equal_ignoring_case(primary(link.language), primary(language))) return other_region;
  return equal_ignoring_case(link.language, "x-default") ? any_language : other_language;
}

/// The best address of the first key that has one.
template <typename Wanted>
std::string best_address(const RawFields& fields, FieldKeys keys, const FeedHome& home, Wanted wanted) {
  for (const std::string_view key : keys) {
    std::string best;
    int best_rank = -1;
    for (const RawField& field : fields) {
      if (field.key != key || !wanted(field) || language_rank(field, home.language) <= best_rank) continue;
      std::string url = web_address(field, home.page);
      if (url.empty()) continue;
      best = std::move(url);
      best_rank = language_rank(field, home.language);
    }
    if (!best.empty()) return best;
  }
  return {};
}

bool is_alternate(const RawField& field) { return field.relation == "alternate"; }

}  // namespace

FeedHome home_of(const RawFeed& feed) {
  FeedHome home{{}, first_line(feed.fields, kLanguages)};
  for (const RawField& field : feed.fields) {
    if (home.language.empty() && is_one_of(field, kLinks) && field.relation == "self") home.language = field.language;
  }
  home.page =
      best_address(feed.fields, kLinks, home, [](const RawField& f) { return is_alternate(f) && may_be_page(f); });
  return home;
}

std::string guid_of(const RawItem& item) {
  const RawField* const field = first_field(item.fields, kGuids);
  return field == nullptr ? std::string() : squeeze(field->value);
}

std::string written_link_of(const RawItem& item) {
  for (const RawField& field : item.fields) {
    if (is_one_of(field, kLinks) && is_alternate(field) && !trim(field.value).empty()) return squeeze(field.value);
  }
  return {};
}

std::string url_of(const RawItem& item, const FeedHome& feed_home) {
  struct Choice {
    FieldKeys keys;
    bool (*wanted)(const RawField&);
  };
  const auto any = [](const RawField&) { return true; };
  // A guid or an id is never a relative address: what looks like one is a name.
  const auto is_absolute = [](const RawField& field) { return !host_of(field.value).empty(); };
  const auto is_permalink = [](const RawField& field) { return field.is_permalink && !host_of(field.value).empty(); };
  const Choice choices[] = {
      {kOriginal, any},
      {kLinks, [](const RawField& field) { return is_alternate(field) && may_be_page(field); }},
      {kLinks, is_alternate},
      {kGuids, is_permalink},
      {kLinks, [](const RawField& field) { return field.relation == "src"; }},
      {kAddresses, any},
      {kIds, is_absolute},
  };
  FeedHome home = feed_home;
  if (std::string own = first_line(item.fields, kLanguages); !own.empty()) home.language = std::move(own);
  for (const Choice& choice : choices) {
    if (std::string url = best_address(item.fields, choice.keys, home, choice.wanted); !url.empty()) return url;
  }
  return {};
}

}  // namespace council_news
