#include "searcher/answer/new_matches.h"

#include <string>
#include <vector>

#include "common/index/id_key.h"
#include "common/index/schema.h"
#include "tests/support/catch.h"

using namespace council_news;

namespace {

/// An id of 32 hex digits that begins with these.
std::string id(const std::string& digits) { return digits + std::string(32 - digits.size(), '0'); }

std::uint64_t key(const std::string& digits) { return id_key(id(digits)); }

/// Adds an article with these identities, of which the first is its id.
Xapian::docid add(Xapian::WritableDatabase& database, const std::vector<std::string>& identities) {
  Xapian::Document document;
  for (const std::string& identity : identities) document.add_boolean_term(make_term(kIdentityPrefix, id(identity)));
  document.add_boolean_term("A");
  document.add_boolean_term("XVERSION:" + id("ff"));
  document.add_value(kIdSlot, slot_of(key(identities.front())));
  return database.add_document(document);
}

/// The keys of all articles that were not given.
std::vector<std::uint64_t> new_in(const Xapian::Database& database, const std::vector<std::string>& given,
                                  std::size_t recognised = 0) {
  std::vector<std::uint64_t> keys;
  for (const std::string& one : given) keys.push_back(key(one));
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query::MatchAll);
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  enquire.set_collapse_key(kIdSlot);
  const NewMatches found = not_given(database, enquire.get_mset(0, 100), GivenIds(keys));
  CHECK(found.recognised.size() == recognised);
  std::vector<std::uint64_t> fresh;
  for (const NewMatch& match : found.matches) fresh.push_back(match.key);
  return fresh;
}

using Keys = std::vector<std::uint64_t>;

}  // namespace

TEST_CASE("an id as a key") {
  CHECK(id_key("0123456789abcdef0123456789abcdef") == 0x0123456789abcdefU);
  CHECK(id_key("ff") == 0xff);
  CHECK(id_key("") == 0);
  CHECK(id_key("xyz") == 0);
  for (const std::uint64_t number : {std::uint64_t{0}, std::uint64_t{1}, std::uint64_t{0x8000000000000080}})
    CHECK(key_in(slot_of(number)) == number);
  CHECK(slot_of(0x0102030405060708) == "\x01\x02\x03\x04\x05\x06\x07\x08");
  CHECK(key_in("") == 0);
}

TEST_CASE("any identity of its own makes an article known") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  add(database, {"a1", "a2", "a3"});
  add(database, {"b1", "b2"});
  CHECK(new_in(database, {}) == Keys{key("a1"), key("b1")});
  CHECK(new_in(database, {"a1"}) == Keys{key("b1")});
  CHECK(new_in(database, {"a3"}, 3) == Keys{key("b1")});
  CHECK(new_in(database, {"a2", "b2"}, 5).empty());
  CHECK(new_in(database, {"c1", "ff"}) == Keys{key("a1"), key("b1")});
}

TEST_CASE("an identity that two articles share makes none known") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  add(database, {"a1", "aa"});
  add(database, {"b1", "aa"});
  CHECK(new_in(database, {"aa"}) == Keys{key("a1"), key("b1")});
  CHECK(new_in(database, {"a1", "aa"}) == Keys{key("b1")});
}

TEST_CASE("copies in two databases are one article") {
  Xapian::WritableDatabase one("", Xapian::DB_BACKEND_INMEMORY);
  Xapian::WritableDatabase other("", Xapian::DB_BACKEND_INMEMORY);
  for (Xapian::WritableDatabase* database : {&one, &other}) add(*database, {"a1", "a2"});
  Xapian::Database both;
  both.add_database(one);
  both.add_database(other);
  CHECK(new_in(both, {}) == Keys{key("a1")});
  CHECK(new_in(both, {"a2"}, 2).empty());
}

TEST_CASE("a match is found again in a database with other document numbers") {
  Xapian::WritableDatabase database("", Xapian::DB_BACKEND_INMEMORY);
  add(database, {"a1"});
  const Xapian::docid number = add(database, {"b1", "b2"});
  for (const Xapian::docid found : {number, number - 1, number + 7}) {
    const auto document = document_of(database, {.number = found, .key = key("b1")});
    REQUIRE(document);
    CHECK(document->get_docid() == number);
    CHECK(identity_keys(*document) == Keys{key("b1"), key("b2")});
  }
  CHECK_FALSE(document_of(database, {.number = number, .key = key("c1")}));
  CHECK_FALSE(document_of(database, {.number = number, .key = key("b2")}));
}
