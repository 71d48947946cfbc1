#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "indexer/read/html/html_document.h"

namespace council_news::page {

/// The meaning of the words in an element's class, id, role and itemprop, as bits.
using Hints = std::uint32_t;

inline constexpr Hints kArticleWord = 1u << 0;  ///< article, story, post, entry, news
inline constexpr Hints kBodyWord = 1u << 1;     ///< body, content, text
inline constexpr Hints kArticleBody = 1u << 2;  ///< both in one name (`entry-content`), or itemprop=articleBody
inline constexpr Hints kMainContent = 1u << 3;  ///< main, content, role=main
inline constexpr Hints kNavigation = 1u << 4;
inline constexpr Hints kShare = 1u << 5;
inline constexpr Hints kRelated = 1u << 6;
inline constexpr Hints kComments = 1u << 7;
inline constexpr Hints kAdvert = 1u << 8;
inline constexpr Hints kNewsletter = 1u << 9;
inline constexpr Hints kConsent = 1u << 10;
inline constexpr Hints kSidebar = 1u << 11;
inline constexpr Hints kFooter = 1u << 12;
inline constexpr Hints kByline = 1u << 13;
inline constexpr Hints kDateline = 1u << 14;
inline constexpr Hints kTags = 1u << 15;
inline constexpr Hints kCaption = 1u << 16;
inline constexpr Hints kControl = 1u << 17;  ///< buttons, pop-ups, search boxes, log-ins, print links
inline constexpr Hints kUnseen = 1u << 18;   ///< not visible: hidden, for screen readers only
inline constexpr Hints kHeadline = 1u << 19;
inline constexpr Hints kSummary = 1u << 20;
inline constexpr Hints kJobs = 1u << 21;

/// Not part of the article.
inline constexpr Hints kJunk = kNavigation | kShare | kRelated | kComments | kAdvert | kNewsletter | kConsent |
                               kSidebar | kFooter | kTags | kControl | kUnseen | kJobs;
/// May contain authors, dates and headlines of other articles.
inline constexpr Hints kBesideArticle = kComments | kRelated | kSidebar | kFooter | kNavigation;
/// Belongs to the article but not to its text.
inline constexpr Hints kAboutArticle = kByline | kDateline | kCaption;

/// Reads the hints of a page's elements. Caches classes, since pages repeat them. The page must outlive the reader.
class HintReader {
 public:
  Hints read(const html::Node& element);

 private:
  Hints of_class(std::string_view value);

  std::unordered_map<std::string_view, Hints> classes_;
};

/// The hints of one class or id.
Hints hints_of_name(std::string_view name);

}  // namespace council_news::page
