#pragma once

#include <cstdint>
#include <string_view>

namespace council_news::press {

/// Possible functions of a word in a byline. A word may have several: `von` begins a byline and occurs within a name.
enum WordClass : std::uint32_t {
  kBy = 1u << 0,               ///< the writer follows: by, gan, von
  kLabel = 1u << 1,            ///< marks a byline or a date: written, posted, author
  kFiller = 1u << 2,           ///< occurs among labels and dates: last, on, at
  kOtherWork = 1u << 3,        ///< labels other work than writing: pictures, edited, translated
  kAnd = 1u << 4,              ///< joins two people: and, with
  kForeignAnd = 1u << 5,       ///< joins two people only between full names, since it also occurs within names: y, e, a
  kOf = 1u << 6,               ///< between a person and their paper, place or office: for, at, in, of
  kTitle = 1u << 7,            ///< before a name, part of it: Dr, Cllr, Sir
  kPostNominal = 1u << 8,      ///< after a name, not part of it: MBE, PhD, MP
  kParticle = 1u << 9,         ///< in lower case within a name: de, van, ap, bin
  kRole = 1u << 10,            ///< a position at a paper: reporter, editor
  kJob = 1u << 11,             ///< a position elsewhere: officer, leader, director
  kSubject = 1u << 12,         ///< the subject of roles, offices and sections: local, political, housing
  kOrganisation = 1u << 13,    ///< occurs in names of organisations: council, trust, news
  kAgency = 1u << 14,          ///< a news agency or broadcaster: Reuters, PA, BBC
  kGenericAccount = 1u << 15,  ///< the name of a generic account: admin, unknown, none
  kGrammar = 1u << 16,         ///< occurs in sentences but never in names: the, what, our
  kVerb = 1u << 17,            ///< of sentences and headlines, never in names: shows, wins
  kOffice = 1u << 18,          ///< an office, which is no writer's position: leader, minister
  kFirm = 1u << 19,            ///< ends the name of a firm: solicitors, associates
  kPage = 1u << 20,            ///< a word of pages and sections that may also be a name: read, page, May
};
using WordClasses = std::uint32_t;

/// The classes of a word; 0 if it is in no list. `folded` must be in the form of fold_name.
WordClasses classes_of(std::string_view folded);

/// A word with one of these classes is not part of a person's name, unless it is also a kPage word.
inline constexpr WordClasses kNeverName = kLabel | kOtherWork | kAnd | kOf | kPostNominal | kRole | kJob | kSubject |
                                          kOrganisation | kAgency | kGenericAccount | kGrammar | kVerb | kFirm;

inline bool is_never_name(WordClasses classes) { return (classes & kNeverName) != 0 && (classes & kPage) == 0; }

/// Whether it is a word of sections, buttons, councils or papers: a line of only such words is not a headline.
inline bool is_section_word(std::string_view folded) {
  return (classes_of(folded) & ~WordClasses{kParticle | kTitle | kPostNominal | kVerb}) != 0;
}

}  // namespace council_news::press
