#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "common/text/timestamp.h"

namespace council_news {

/// Why an article has a council or topic, as a human-readable phrase: `“Sandwell Council” in the headline`.
struct Attribution {
  std::string slug;
  std::string why;

  bool operator==(const Attribution&) const = default;
};

/// Values of Article::form: an entry of a feed, a page or text, a record of article JSON.
inline constexpr const char* kEntryForm = "entry";
inline constexpr const char* kPageForm = "page";
inline constexpr const char* kRecordForm = "record";

/// Value of Article::shared.
inline constexpr const char* kSharedUrl = "url";

/// One news item, however it arrived. All text is valid UTF-8; unknown members are empty.
///
/// A reader sets what the source says (guid to body). enrich/ adds id, councils, mentions and topics, and the writer
/// adds when it was seen. article_members.h names the members and says how readings are merged; a new member needs a
/// row there.
struct Article {
  std::string id;                    ///< lower-case hex, stable for the same article; see enrich/identity.h
  std::string guid;                  ///< the feed's identifier; unique only within its source
  std::string url;                   ///< absolute http(s) address, as the source gave it
  std::string title;                 ///< one line of plain text
  std::vector<std::string> authors;  ///< people's names, one each
  std::optional<Timestamp> published;
  std::optional<Timestamp> updated;           ///< only if it differs from published
  std::string outlet;                         ///< who published it: feed title, site name
  std::string source;                         ///< where it was read from: file, feed URL, archive member
  std::vector<std::string> councils;          ///< slugs of the councils it is about, most certain first
  std::vector<std::string> mentions;          ///< slugs of all councils its text names
  std::vector<std::string> topics;            ///< slugs, strongest first
  std::vector<Attribution> council_evidence;  ///< the strongest one or two reasons for each mention
  std::vector<Attribution> topic_evidence;    ///< likewise for each topic; older archives have neither
  std::vector<std::string> given_councils;    ///< slugs configured for its feed: the strongest evidence
  std::vector<std::string> given_topics;      ///< likewise
  std::vector<std::string> categories;        ///< as the source wrote them
  std::string summary;                        ///< plain text
  std::string body;                           ///< plain text, paragraphs separated by an empty line
  std::optional<Timestamp> first_seen;
  std::optional<Timestamp> last_seen;
  std::optional<Timestamp> captured;        ///< of a reading: when its source was in this state, if known
  std::optional<Timestamp> changed;         ///< when a change to its text was last seen
  std::vector<std::string> earlier_titles;  ///< previous headlines, still searchable
  std::vector<std::string> earlier_texts;   ///< paragraphs of its earlier texts, still searchable
  std::vector<std::string> boilerplate;     ///< paragraphs shared by articles of its outlet: not its own text
  std::string form;                         ///< the kind of document that its text is from
  std::vector<std::string>
      shared;  ///< kSharedUrl: its document gives its URL to others too (read/entry_ids.h)
  std::vector<std::string> warnings;  ///< oddities of the source, human-readable

  bool operator==(const Article&) const = default;
};

}  // namespace council_news
