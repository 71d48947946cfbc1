#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// `xml` with all that its own parser would stumble over or leave undone in the text between and within tags: HTML
/// entities that no feed declares (`&nbsp;`) as their characters, numbers that mean windows-1252 (`&#146;`) too, bare
/// ampersands and angle brackets escaped, what stands before the first tag, comments, processing instructions and the
/// document type dropped (its entities are never expanded). Tags and CDATA sections stay as they are.
std::string repair_text(std::string_view xml);

/// What balance_tags has made of a document.
struct BalancedXml {
  std::string text;
  bool cut_off = false;  ///< it ends within an element
};

/// `xml`, as repair_text gives it, with every element closed in its place: an end tag closes what is still open within
/// its element, one that matches nothing is dropped, an item closes the item before it, attributes get their quotes.
/// An item that the document ends within is dropped, unless it ends within the item's own end tag.
BalancedXml balance_tags(std::string_view xml);

}  // namespace council_news
