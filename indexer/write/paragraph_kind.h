#pragma once

#include <string_view>

namespace council_news {

/// What a paragraph says, as far as that tells whether it can be furniture (boilerplate.h).
enum class ParagraphKind {
  invites,    ///< asks the reader to subscribe, follow, write in: nothing but furniture says so
  addresses,  ///< speaks to the reader of the paper or its stories otherwise
  plain,      ///< neither this nor that
  states,     ///< states facts: a name, a date, a number, what somebody did or said
};

/// The kind of a paragraph of an outlet, whose own name is no fact.
ParagraphKind kind_of_paragraph(std::string_view paragraph, std::string_view outlet);

/// Whether the paragraph speaks to the reader: it then opens an article no more than it closes one.
bool speaks_to_reader(ParagraphKind kind);

}  // namespace council_news
