#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/timestamp.h"

namespace council_news {

/// Why a council or a topic is in an article, in a few words for people: `“Sandwell Council” in the headline`.
struct Attribution {
  std::string slug;
  std::string why;

  bool operator==(const Attribution&) const = default;
};

/// One news item, whatever it came in. All text is valid UTF-8; what is not known is empty.
///
/// A reader fills what the source says (guid to body). enrich/ adds what we know (id, councils, mentions, topics), and
/// the writer the days it was seen. What each member is called, and how readings of it are merged, is in
/// article_members.h: a new one needs a row there.
struct Article {
  std::string id;                    ///< lower-case hex, stable for the same article; see enrich/identity.h
  std::string guid;                  ///< as the feed gave it; identifies only within its source
  std::string url;                   ///< absolute http(s) address, as the source gave it
  std::string title;                 ///< one line of plain text
  std::vector<std::string> authors;  ///< people's names, one each
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;           ///< only if it differs from published
  std::string outlet;                         ///< who published it: feed title, site name
  std::string source;                         ///< where it was read from: file, feed URL, archive member
  std::vector<std::string> councils;          ///< slugs of the councils it is about, the surest first
  std::vector<std::string> mentions;          ///< slugs of all councils that its own text names
  std::vector<std::string> topics;            ///< slugs, the strongest first
  std::vector<Attribution> council_evidence;  ///< the weightiest reason or two for each mention
  std::vector<Attribution> topic_evidence;    ///< for each topic; neither is in older archives
  std::vector<std::string> given_councils;    ///< slugs configured for its feed: the strongest evidence there is
  std::vector<std::string> given_topics;      ///< likewise
  std::vector<std::string> categories;        ///< as the source wrote them
  std::string summary;                        ///< plain text
  std::string body;                           ///< plain text, paragraphs apart by a blank line
  std::optional<Timestamp> first_seen;
  std::optional<Timestamp> last_seen;
  std::optional<Timestamp> changed;         ///< when its text was last seen to have changed
  std::vector<std::string> earlier_titles;  ///< headlines it had before, still findable
  std::vector<std::string> boilerplate;     ///< paragraphs that other articles of its outlet share: no text of its own
  std::vector<std::string> warnings;        ///< what was odd about the source, for people

  bool operator==(const Article&) const = default;
};

}  // namespace council_news
