#pragma once

#include <string>
#include <string_view>

namespace council_news {

/// Repairs the text between and within tags so that an XML parser can read it: replaces undeclared HTML entities
/// (`&nbsp;`) and numeric references that mean windows-1252 (`&#146;`) with their characters; escapes bare ampersands
/// and angle brackets; drops everything before the first tag, comments, processing instructions and the document type
/// (its entities are never expanded). Tags and CDATA sections stay as they are.
std::string repair_text(std::string_view xml);

/// The result of balance_tags.
struct BalancedXml {
  std::string text;
  bool cut_off = false;  ///< the document ends within an element
};

/// Balances the tags of `xml`, which must come from repair_text: an end tag closes the elements still open within its
/// element, an unmatched end tag is dropped, an item closes the previous item, attributes get quotes. An item that the
/// document ends within is dropped, unless it ends within the item's own end tag.
BalancedXml balance_tags(std::string_view xml);

}  // namespace council_news
