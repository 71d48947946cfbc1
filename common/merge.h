#pragma once

#include <optional>
#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// An article is merged from its readings: what a feed, a page and later captures of them said about it.

/// Longest list of earlier headlines; the latest ones are kept.
inline constexpr std::size_t kMaxEarlierTitles = 24;

/// Most bytes of earlier texts; the latest ones are kept.
inline constexpr std::size_t kMaxEarlierBytes = 24'000;

/// When the source of a reading was in the state that it shows: the time of its capture, else of the run that read it.
Timestamp time_of(const Article& reading);

/// A publication date on a later day than the article's is an update.
void note_later_date(Article& article, const std::optional<Timestamp>& published);

/// Combines two readings with the same time, say of a feed and of its page: the fuller value of every member.
/// Commutative and associative.
Article combine(const Article& a, const Article& b);

/// The article of the given readings, of which there is at least one. Every member is merged as its row says
/// (article_members.h), so that the order of the arguments does not matter, nor in how many runs they were read:
///
/// - A corrected headline or text replaces the one before, which stays among the earlier ones. A reading of another
/// form,
///   such as the page that a feed links to, is not a correction.
/// - A text less than half as long as one of another form is a blurb and replaces nothing; nor does an excerpt of a
/// text
///   of the same form.
/// - The publication date is the earliest one given; a later one is an update.
///
/// `changed` is the time of the last correction of headline or text. Earlier headlines, and the paragraphs of earlier
/// texts that are in the text no more, are kept within limits, sorted.
Article merge_readings(const std::vector<Article>& readings);

/// The paragraphs of the readings that `merged` does not have, each once, the earliest first: of more than
/// kMaxEarlierBytes the latest.
std::vector<std::string> earlier_texts(const std::vector<Article>& readings, const Article& merged);

/// The non-empty lines of a text.
std::vector<std::string> paragraphs_of(const std::string& text);

/// The text as read, including what was later found to be boilerplate.
std::string text_as_read(const Article& article);

/// Bytes of the text as read, including what was later found to be boilerplate.
std::size_t size_as_read(const Article& article);

}  // namespace council_news
