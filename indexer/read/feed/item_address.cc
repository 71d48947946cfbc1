#include "indexer/read/feed/item_address.h"

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

template <typename Wanted>
std::string first_address(const RawFields& fields, FieldKeys keys, const std::string& site, Wanted wanted) {
  for (const std::string_view key : keys) {
    for (const RawField& field : fields) {
      if (field.key != key || !wanted(field)) continue;
      if (std::string url = web_address(field, site); !url.empty()) return url;
    }
  }
  return {};
}

bool is_alternate(const RawField& field) { return field.relation == "alternate"; }

}  // namespace

std::string site_of(const RawFeed& feed) {
  return first_address(feed.fields, kLinks, {}, [](const RawField& f) { return is_alternate(f) && may_be_page(f); });
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

std::string url_of(const RawItem& item, const std::string& site) {
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
  for (const Choice& choice : choices) {
    if (std::string url = first_address(item.fields, choice.keys, site, choice.wanted); !url.empty()) return url;
  }
  return {};
}

}  // namespace council_news
