#pragma once

#include <cstdint>
#include <string_view>

namespace council_news::press {

/// What a word may be in a byline. A word may have several classes; `von` begins a byline and stands within a name.
enum WordClass : std::uint32_t {
  kBy = 1u << 0,          ///< what follows is the writer: by, gan, von
  kLabel = 1u << 1,       ///< says that a line is a byline or its date: written, posted, author
  kFiller = 1u << 2,      ///< stands among labels and dates: last, on, at
  kOther = 1u << 3,       ///< labels work that is not the writing: pictures, edited, translated
  kAnd = 1u << 4,         ///< joins two people: and, with
  kForeignAnd = 1u << 5,  ///< joins two people only between full names, since it also stands within names: y, e, a
  kOf = 1u << 6,          ///< leads from a person to their paper, place or office: for, at, in, of
  kTitle = 1u << 7,       ///< stands before a name and belongs to it: Dr, Cllr, Sir
  kLetters = 1u << 8,     ///< stands after a name and does not belong to it: MBE, PhD, MP
  kParticle = 1u << 9,    ///< stands in small letters within a name: de, van, ap, bin
  kRole = 1u << 10,       ///< what somebody is at a paper: reporter, editor
  kJob = 1u << 11,        ///< what somebody is elsewhere: officer, leader, director
  kField = 1u << 12,      ///< what roles, offices and sections are of: local, political, housing
  kBody = 1u << 13,       ///< a word of the names of organisations: council, trust, news
  kAgency = 1u << 14,     ///< the name of one that writes for others: Reuters, PA, BBC
  kNobody = 1u << 15,     ///< what accounts of nobody are called: admin, unknown, none
  kGrammar = 1u << 16,    ///< a word of sentences that no name has: the, what, our
  kPage = 1u << 17,       ///< a word of pages and sections that may also be a name: read, page, May
};
using WordClasses = std::uint32_t;

/// Classes of a word; 0 of one that is in no list. `folded` is as fold_name writes it.
WordClasses classes_of(std::string_view folded);

/// No word of a person's name has one of these, unless it is also a kPage word.
inline constexpr WordClasses kNeverName =
    kLabel | kOther | kAnd | kOf | kLetters | kRole | kJob | kField | kBody | kAgency | kNobody | kGrammar;

inline bool is_never_name(WordClasses classes) { return (classes & kNeverName) != 0 && (classes & kPage) == 0; }

/// A word of sections, buttons, councils and papers: a line of nothing else is no headline.
inline bool is_section_word(std::string_view folded) {
  return (classes_of(folded) & ~WordClasses{kParticle | kTitle | kLetters}) != 0;
}

}  // namespace council_news::press
