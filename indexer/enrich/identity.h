#pragma once

#include <cstddef>
#include <string>
#include <unordered_set>
#include <vector>

#include "common/article.h"

namespace council_news {

/// Digits of an id in messages: council-index remove and council-search --show take them.
inline constexpr std::size_t kShortId = 10;

/// Hashes of addresses that are known to identify no article, because a document gave them to several entries.
using SharedAddresses = std::unordered_set<std::string>;

/// The hashes that a reading can be recognised by; empty if it has none.
struct Identifiers {
  std::string url;    ///< of its canonical URL, unless that is a shared address
  std::string entry;  ///< of its URL with the fragment, which tells the entries of a list apart
  std::string guid;   ///< of its guid, scoped to its outlet unless it is a URL, a URN or a tag
  std::string text;   ///< of its headline, day and authors
};

Identifiers identifiers_of(const Article& article, const SharedAddresses& shared = {});

/// The same as a list, the most reliable first. Any of them finds candidates; are_same_article decides.
std::vector<std::string> identities(const Article& article, const SharedAddresses& shared = {});

/// The hash of the canonical URL, shared or not; empty without one.
std::string address_hash(const Article& article);

/// The identities, human-readable: `its address record.example/leeds`.
std::vector<std::string> identities_in_words(const Article& article);

/// More specific hashes for an article that shares all of those with others, because an address or guid was reused:
/// address, title, day, authors and outlet together, then with the text too.
std::vector<std::string> story_identities(const Article& article);

/// Whether a reading can be an article by itself: it has a headline, and an address or a guid that identifies it. Other
/// readings are unidentified: they belong to all articles that they match, and are articles only while they match none.
bool is_identified(const Article& reading, const SharedAddresses& shared = {});

/// Whether two headlines share enough words to be of one story, or one of them is empty.
bool have_related_titles(const std::string& a, const std::string& b);

/// Whether so little time, at most two weeks, lies between two days that a site may have rewritten an article, but has
/// not reused its address.
bool are_close_in_time(Timestamp a, Timestamp b);

/// Whether two readings have enough in common in headline or text to be of one story, or nothing to compare. Headlines
/// of one outlet are alike in form and share names, so where there are texts, these decide unless the headlines are
/// nearly the same.
bool are_one_story(const Article& a, const Article& b);

/// Whether two readings are of the same article. Symmetric. Two entries of one document with different guids are not.
/// They are
///
/// - with the same guid, however much was rewritten: unless one document has both and they are two stories, or the guid
///   is so short that it may be a mere number in a list, the addresses differ, and they are two stories;
/// - with the same address, however much was rewritten: unless both have guids, which differ, or one document has both,
///   or more than two weeks lie between their dates, and they are two stories: sites reuse an address for other news;
/// - entries of feeds with the same path on two hosts, if outlet, headline, day and authors are the same: the site has
///   moved;
/// - with the same headline, day and authors, if one of them is unidentified, their outlets do not differ, and their
///   texts, if both have one, have something in common.
///
/// Two stories have little in common in both headline and text.
bool are_same_article(const Article& a, const Article& b, const SharedAddresses& shared = {});

}  // namespace council_news
