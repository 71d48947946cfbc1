#include "indexer/read/entry_ids.h"

#include "common/add_new.h"
#include "common/text/fold.h"
#include "common/text/url.h"

namespace council_news {

EntryIds::EntryIds(Format format) : is_feed_(format == Format::xml_feed || format == Format::json_feed) {}

void EntryIds::compare(Article& entry) {
  std::string address = canonical_url(entry.url);
  const std::string id = id_of(entry);
  if (address.empty() || id.empty()) return;
  const auto [first, is_new] = id_at_.try_emplace(std::move(address), id);
  if (!is_new && first->second != id) add_new(entry.shared, std::string("url"));
}

std::string EntryIds::id_of(const Article& entry) const {
  if (!entry.guid.empty()) return "guid " + entry.guid;
  if (std::string link = canonical_entry_url(entry.url); link != canonical_url(entry.url)) return "link " + link;
  return is_feed_ ? "title " + fold_name(entry.title) : std::string();
}

}  // namespace council_news
