#pragma once

#include <cstdint>
#include <string_view>

namespace council_news {

namespace word_class {

/// What the rules about council names ask of a word; word_classes.cc lists the words of each class.
enum WordClass : std::uint8_t {
  kDesignator,      ///< between a place and "council": `metropolitan`
  kCouncil,         ///< `council`
  kCouncils,        ///< `councils`
  kAbbreviation,    ///< `mbc`, if written in capitals
  kAbbreviations,   ///< `mbcs`
  kAuthority,       ///< `authority`, `unitary`
  kAuthorities,     ///< `authorities`, `boroughs`
  kMember,          ///< `councillors`
  kOffice,          ///< those who act for an authority: `leader`, `planners`
  kParty,           ///< `labour`, `tories`
  kRun,             ///< after a party: `run`, `controlled`
  kService,         ///< between a place and an office: `housing`, `finance`
  kOtherBody,       ///< makes another body of a place: `university`
  kOtherName,       ///< the same if written with a capital: `Road`, `Mail`
  kForeign,         ///< after a name, a place abroad: `massachusetts`
  kLowerCouncil,    ///< another kind of council: `parish`, `youth`
  kOtherAuthority,  ///< another kind of authority: `health`, `police`
  kCompass,         ///< `north`, `central`
  kOtherPlace,      ///< before a name, another place: `new`, `upper`
  kPreposition,     ///< between an office and a place: `of`, `at`
  kLocative,        ///< says where: `in`, `near`
  kBodyOf,          ///< with "of", another body: `university`, `duke`
  kTitle,           ///< before a surname: `mr`, `lord`
  kFirstName,       ///< `john`
  kStarter,         ///< a common word that may begin a sentence: `the`
  kVerb,            ///< what authorities do: `said`, `approves`
  kCopula,          ///< `is`, `has`
  kLocalThing,      ///< after a place, someone or something there: `man`
  kCivic,           ///< shows that a sentence is about authorities
  kAside,           ///< the council is named by the way: `former`
  kKind,            ///< stands for an authority with "the": `borough`
  kMemberOfParliament,
  kJoiner,        ///< between the places of a list: `and`
  kListHead,      ///< between "councils" and a list: `including`
  kNameParticle,  ///< written small inside names: `upon`
  kEnded,         ///< before a name, one that is no more: `former`
  kCommonWord,    ///< a name that is also a word: `reading`
  kModal,         ///< `will`, `could`
  kNumber,        ///< `two`
  kStaff,         ///< with a service before it an office: `crews`
  kSport,         ///< `striker`
  kPlaceKind,     ///< `city`, `borough`
  kPhraseEnd,     ///< ends a phrase that is civic: `town hall`
  kLeads,         ///< before a name, whoever is in charge there: `runs`
  kMoves,         ///< somebody changes office: `joins`
  kDecision,      ///< an authority alone does so: `approved`
  kDecided,       ///< and so does it to this: `plans`
  kMeanwhile,     ///< between commas after who acts: `meanwhile`
  kCombined,      ///< before "authority", one of several councils
  kElection,      ///< where members are elected: `ward`, `seat`
  kWins,          ///< what parties do with seats and councils: `gained`
  kGoes,          ///< what councils do in elections: `fell`, `stays`
  kAffairs,       ///< what mostly authorities see to: `refuse`, `libraries`
  kCyngor,        ///< council in Welsh and Gaelic, before the place
  kCount
};

}  // namespace word_class

/// A set of word classes: a word may be of several.
class WordClasses {
 public:
  constexpr WordClasses() = default;
  // NOLINTNEXTLINE(google-explicit-constructor): one class is a set of one
  constexpr WordClasses(word_class::WordClass one) : bits_(std::uint64_t{1} << one) {
    static_assert(word_class::kCount <= 64);
  }

  constexpr bool empty() const { return bits_ == 0; }

  /// Do the two sets share a class?
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

/// The classes of a folded word; none for most.
WordClasses classes_of(std::string_view word);

}  // namespace council_news
