#include "indexer/write/removals.h"

#include <algorithm>
#include <tuple>

#include <fmt/core.h>
#include <nlohmann/json.hpp>

#include "common/add_new.h"
#include "common/error.h"
#include "common/index/database.h"

namespace council_news {
namespace {

using Json = nlohmann::ordered_json;

constexpr const char* kRemovalKeyPrefix = "removed:";

Json to_json(const Removal& removal) {
  return {{"url", removal.url},
          {"title", removal.title},
          {"published", removal.published ? format_timestamp(*removal.published) : ""},
          {"removed", format_timestamp(removal.removed)},
          {"identities", removal.identities},
          {"texts", removal.texts},
          {"guids", removal.guids}};
}

Removal removal_of(const std::string& id, const std::string& text) {
  Removal removal;
  removal.id = id;
  const Json json = Json::parse(text, nullptr, false);
  try {
    json.at("url").get_to(removal.url);
    json.at("title").get_to(removal.title);
    removal.published = parse_timestamp(json.at("published").get<std::string>());
    removal.removed = parse_timestamp(json.at("removed").get<std::string>()).value_or(Timestamp{});
    json.at("identities").get_to(removal.identities);
    json.at("texts").get_to(removal.texts);
    json.at("guids").get_to(removal.guids);
  } catch (const Json::exception&) {
    throw DatabaseError(fmt::format("the record of the removed article {} is damaged", id),
                        "council-index check verifies the database");
  }
  return removal;
}

bool contains(const std::vector<std::string>& values, const std::string& value) {
  return std::find(values.begin(), values.end(), value) != values.end();
}

/// Whether the article of a removal and a reading that share an address are known to be two stories.
bool are_two_stories(const Removal& removal, const Article& reading, const Identifiers& identifiers) {
  const bool other_guid =
      !removal.guids.empty() && !identifiers.guid.empty() && !contains(removal.guids, identifiers.guid);
  const bool far_away =
      removal.published && reading.published && !are_close_in_time(*removal.published, *reading.published);
  return (other_guid || far_away) && !have_related_titles(removal.title, reading.title);
}

void add_identities(Removal& removal, const Article& reading, const SharedAddresses& shared) {
  const Identifiers identifiers = identifiers_of(reading, shared);
  for (const std::string& identity : {identifiers.url, identifiers.entry, identifiers.guid})
    if (!identity.empty()) add_new(removal.identities, {identity});
  if (!identifiers.guid.empty()) add_new(removal.guids, {identifiers.guid});
  add_new(removal.texts, {identifiers.text});
}

}  // namespace

SharedAddresses load_shared_addresses(const Xapian::Database& database) {
  SharedAddresses shared;
  for_each_metadata(database, kSharedKeyPrefix,
                    [&](const std::string& hash, const std::string&) { shared.insert(hash); });
  return shared;
}

Removals::Removals(const Xapian::Database& database) {
  for_each_metadata(database, kRemovalKeyPrefix,
                    [&](const std::string& id, const std::string& json) { index(removal_of(id, json)); });
}

void Removals::index(const Removal& removal) {
  for (const std::string& identity : removal.identities) by_identity_[identity] = removal.id;
  for (const std::string& text : removal.texts) by_text_[text] = removal.id;
  by_id_[removal.id] = removal;
}

const Removal* Removals::find(const Article& reading, const SharedAddresses& shared) const {
  if (by_id_.empty()) return nullptr;
  const Identifiers identifiers = identifiers_of(reading, shared);
  for (const std::string* identity : {&identifiers.guid, &identifiers.entry})
    if (const auto at = by_identity_.find(*identity); at != by_identity_.end()) return &by_id_.at(at->second);
  if (const auto at = by_identity_.find(identifiers.url); at != by_identity_.end()) {
    const Removal& removal = by_id_.at(at->second);
    return are_two_stories(removal, reading, identifiers) ? nullptr : &removal;
  }
  const auto same_text = by_text_.find(identifiers.text);
  if (same_text == by_text_.end()) return nullptr;
  const Removal& removal = by_id_.at(same_text->second);
  return !is_identified(reading, shared) || removal.identities.empty() ? &removal : nullptr;
}

bool Removals::covers(Xapian::WritableDatabase& database, const Article& reading, const SharedAddresses& shared) {
  constexpr std::size_t kMaxIdentities = 64;
  const Removal* const known = find(reading, shared);
  if (known == nullptr) return false;
  Removal removal = *known;
  add_identities(removal, reading, shared);
  if (removal.identities.size() > known->identities.size() && removal.identities.size() <= kMaxIdentities)
    store(database, removal);
  return true;
}

std::vector<Removal> Removals::all() const {
  std::vector<Removal> removals;
  for (const auto& [id, removal] : by_id_) removals.push_back(removal);
  std::sort(removals.begin(), removals.end(),
            [](const Removal& a, const Removal& b) { return std::tie(a.removed, a.id) < std::tie(b.removed, b.id); });
  return removals;
}

void Removals::add(Xapian::WritableDatabase& database, const Record& record, Timestamp now) {
  const Article& article = record.article;
  Removal removal{.id = article.id,
                  .url = article.url,
                  .title = article.title,
                  .published = article.published,
                  .removed = now,
                  .identities = {},
                  .texts = {},
                  .guids = {}};
  const SharedAddresses shared = load_shared_addresses(database);
  std::vector<Article> readings = record.readings;
  readings.push_back(article);
  for (const Article& reading : readings) add_identities(removal, reading, shared);
  store(database, removal);
}

void Removals::store(Xapian::WritableDatabase& database, const Removal& removal) {
  const std::string json = to_json(removal).dump(-1, ' ', false, Json::error_handler_t::replace);
  database.set_metadata(kRemovalKeyPrefix + removal.id, json);
  index(removal);
}

Removal Removals::lift(Xapian::WritableDatabase& database, const std::string& id) {
  std::vector<std::string> found;
  for (const auto& [known, removal] : by_id_)
    if (known.starts_with(id)) found.push_back(known);
  if (found.empty() || id.empty())
    throw UsageError(fmt::format("no removed article has the id {}", id), "council-index remove --list shows them");
  if (found.size() > 1) throw UsageError(fmt::format("{} is ambiguous: several ids start with it", id));
  Removal lifted = by_id_.at(found.front());
  by_id_.erase(found.front());
  std::erase_if(by_identity_, [&](const auto& one) { return one.second == lifted.id; });
  std::erase_if(by_text_, [&](const auto& one) { return one.second == lifted.id; });
  database.set_metadata(kRemovalKeyPrefix + lifted.id, "");
  return lifted;
}

std::string skipped_removed(std::size_t readings) {
  return fmt::format("skipped {} of removed articles; council-index remove --list shows them",
                     readings == 1 ? "1 reading" : fmt::format("{} readings", readings));
}

}  // namespace council_news
