#include "indexer/read/entry_ids.h"

#include "common/add_new.h"
#include "common/text/fold.h"
#include "common/text/url.h"

namespace council_news {
namespace {

std::string key_of(const Article& entry) {
  const std::string url = canonical_url(entry.url);
  return url.empty() ? url : url + "\n" + entry.source;
}

}  // namespace

EntryIds::EntryIds(Format format) : is_feed_(format == Format::xml_feed || format == Format::json_feed) {}

void EntryIds::add(const Article& entry) {
  std::string key = key_of(entry);
  const std::string id = id_of(entry);
  if (key.empty() || id.empty()) return;
  const auto [known, is_new] = addresses_.try_emplace(std::move(key), Address{id});
  if (known->second.first_id != id) known->second.is_shared = true;
}

void EntryIds::mark(Article& entry) const {
  const auto known = addresses_.find(key_of(entry));
  if (known != addresses_.end() && known->second.is_shared) add_new(entry.shared, std::string(kSharedUrl));
}

std::string EntryIds::id_of(const Article& entry) const {
  if (!entry.guid.empty()) return "guid " + entry.guid;
  if (std::string link = canonical_entry_url(entry.url); link != canonical_url(entry.url)) return "link " + link;
  return is_feed_ ? "title " + fold_name(entry.title) : std::string();
}

}  // namespace council_news
