#include "searcher/answer/new_matches.h"

#include <algorithm>
#include <string>

#include <fmt/core.h>

#include "common/index/document.h"
#include "common/index/id_key.h"
#include "common/index/schema.h"

namespace council_news {
namespace {

/// The terms of all identities of an article.
std::vector<std::string> identity_terms(const Xapian::Document& document) {
  return terms_with_prefix(document.termlist_begin(), kIdentityPrefix);
}

std::uint64_t key_of_term(std::string_view term) { return id_key(term.substr(kIdentityPrefix.size())); }

/// Whether no other article has the identity. A copy of this one in another database has its id.
bool is_its_own(const Xapian::Database& database, const std::string& term, std::uint64_t key) {
  return std::all_of(database.postlist_begin(term), database.postlist_end(term), [&](Xapian::docid number) {
    return key_in(database.get_document(number).get_value(kIdSlot)) == key;
  });
}

bool is_known(const Xapian::Database& database, const std::vector<std::string>& terms, std::uint64_t key,
              const GivenIds& given) {
  return std::any_of(terms.begin(), terms.end(), [&](const std::string& term) {
    return given.has(key_of_term(term)) && is_its_own(database, term, key);
  });
}

/// The document of that number, if it has that id.
std::optional<Xapian::Document> document_with_id(const Xapian::Database& database, Xapian::docid number,
                                                 std::uint64_t key) {
  try {
    Xapian::Document document = database.get_document(number);
    if (key_in(document.get_value(kIdSlot)) == key) return document;
  } catch (const Xapian::DocNotFoundError&) {  // deleted, or the database was replaced by a smaller one
  }
  return std::nullopt;
}

}  // namespace

NewMatches not_given(const Xapian::Database& database, const Xapian::MSet& every, const GivenIds& given) {
  NewMatches found;
  for (auto it = every.begin(); it != every.end(); ++it) {
    const NewMatch match{.number = *it, .key = key_in(it.get_collapse_key()), .weight = it.get_weight()};
    if (given.has(match.key)) continue;
    if (!given.keys().empty()) {
      const std::vector<std::string> terms = identity_terms(database.get_document(match.number));
      if (is_known(database, terms, match.key, given)) {
        for (const std::string& term : terms) found.recognised.push_back(key_of_term(term));
        continue;
      }
    }
    found.matches.push_back(match);
  }
  return found;
}

std::vector<std::uint64_t> identity_keys(const Xapian::Document& document) {
  std::vector<std::uint64_t> keys;
  for (const std::string& term : identity_terms(document)) keys.push_back(key_of_term(term));
  return keys;
}

std::optional<Xapian::Document> document_of(const Xapian::Database& database, const NewMatch& match) {
  if (auto document = document_with_id(database, match.number, match.key)) return document;
  const std::string prefix = fmt::format("{}{:016x}", kIdentityPrefix, match.key);
  for (auto term = database.allterms_begin(prefix); term != database.allterms_end(prefix); ++term) {
    for (auto it = database.postlist_begin(*term); it != database.postlist_end(*term); ++it)
      if (auto document = document_with_id(database, *it, match.key)) return document;
  }
  return std::nullopt;
}

}  // namespace council_news
