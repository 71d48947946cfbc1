#pragma once

#include <cstdint>
#include <string_view>

namespace council_news {

namespace word_class {

/// Word classes for the rules about council names; word_classes.cc lists the words of each class.
enum WordClass : std::uint8_t {
  kDesignator,      ///< between a place and "council": `metropolitan`
  kCouncil,         ///< `council`
  kCouncils,        ///< `councils`
  kAbbreviation,    ///< `mbc`, if in capitals
  kAbbreviations,   ///< `mbcs`
  kAuthority,       ///< `authority`, `unitary`
  kAuthorities,     ///< `authorities`, `boroughs`
  kMember,          ///< `councillors`
  kOffice,          ///< people who act for an authority: `leader`, `planners`
  kParty,           ///< `labour`, `tories`
  kRun,             ///< after a party: `run`, `controlled`
  kService,         ///< between a place and an office: `housing`, `finance`
  kOtherBody,       ///< forms the name of another body: `university`
  kOtherName,       ///< the same if capitalised: `Road`, `Mail`
  kForeign,         ///< after a name, a place abroad: `massachusetts`
  kLowerCouncil,    ///< forms the name of another kind of council: `parish`, `youth`
  kOtherAuthority,  ///< forms the name of another kind of authority: `health`, `police`
  kCompass,         ///< `north`, `central`
  kOtherPlace,      ///< before a name, forms the name of another place: `new`, `upper`
  kPreposition,     ///< between an office and a place: `of`, `at`
  kLocative,        ///< before a location: `in`, `near`
  kBodyOf,          ///< with "of", forms the name of another body: `university`, `duke`
  kTitle,           ///< before a surname: `mr`, `lord`
  kFirstName,       ///< `john`
  kStarter,         ///< a common word that begins sentences: `the`
  kVerb,            ///< what authorities do: `said`, `approves`
  kCopula,          ///< `is`, `has`
  kLocalThing,      ///< after a place, someone or something from there: `man`
  kCivic,           ///< the sentence is about authorities
  kPassing,         ///< a passing mention of the council: `former`
  kKind,            ///< with "the", refers to an authority: `borough`
  kMemberOfParliament,
  kJoiner,        ///< between the places of a list: `and`
  kListHead,      ///< between "councils" and a list: `including`
  kNameParticle,  ///< lower case inside names: `upon`
  kEnded,         ///< before the name of an abolished authority: `former`
  kCommonWord,    ///< a common word that is also a name: `reading`
  kModal,         ///< `will`, `could`
  kNumber,        ///< `two`
  kStaff,         ///< an office, with a service before it: `crews`
  kSport,         ///< `striker`
  kPlaceKind,     ///< `city`, `borough`
  kPhraseEnd,     ///< ends a civic phrase: `town hall`
  kLeads,         ///< between a person in charge and a name: `runs`
  kMoves,         ///< a change of office: `joins`
  kDecision,      ///< done only by authorities: `approved`
  kDecided,       ///< the object of such a decision: `plans`
  kMeanwhile,     ///< between commas after a subject: `meanwhile`
  kCombined,      ///< before "authority": one of several councils
  kElection,      ///< electoral areas and votes: `ward`, `seat`
  kWins,          ///< results of parties in seats and councils: `gained`
  kGoes,          ///< results of councils in elections: `fell`, `stays`
  kAffairs,       ///< business that is mostly local authorities': `refuse`, `libraries`
  kCyngor,        ///< "council" in Welsh and Gaelic, before the place
  kCount
};

}  // namespace word_class

/// A set of word classes: a word may have several.
class WordClasses {
 public:
  constexpr WordClasses() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): one class is a set of one
  constexpr WordClasses(word_class::WordClass one) : bits_(std::uint64_t{1} << one) {
    static_assert(word_class::kCount <= 64);
  }

  constexpr bool empty() const { return bits_ == 0; }

  /// Whether the two sets have a class in common.
  constexpr bool any_of(WordClasses others) const { return (bits_ & others.bits_) != 0; }

  constexpr WordClasses& operator|=(WordClasses others) {
    bits_ |= others.bits_;
    return *this;
  }
  friend constexpr WordClasses operator|(WordClasses a, WordClasses b) { return a |= b; }

 private:
  std::uint64_t bits_ = 0;
};

namespace word_class {
constexpr WordClasses operator|(WordClass a, WordClass b) { return WordClasses(a) | WordClasses(b); }
}  // namespace word_class

/// The classes of a folded word; empty for most words.
WordClasses classes_of(std::string_view word);

}  // namespace council_news
