#pragma once

#include <cstdint>
#include <string_view>

namespace council_news {

/// What the rules about council names ask of a word: a set of the bits below. A word may be of several classes.
using WordClasses = std::uint64_t;

/// The classes; word_classes.cc lists the words of each.
namespace word_class {
inline constexpr auto kDesignator = WordClasses{1} << 0;       ///< between a place and "council": `metropolitan`
inline constexpr auto kCouncil = WordClasses{1} << 1;          ///< `council`
inline constexpr auto kCouncils = WordClasses{1} << 2;         ///< `councils`
inline constexpr auto kAbbreviation = WordClasses{1} << 3;     ///< `mbc`, if written in capitals
inline constexpr auto kAbbreviations = WordClasses{1} << 4;    ///< `mbcs`
inline constexpr auto kAuthority = WordClasses{1} << 5;        ///< `authority`, `unitary`
inline constexpr auto kAuthorities = WordClasses{1} << 6;      ///< `authorities`, `boroughs`
inline constexpr auto kMember = WordClasses{1} << 7;           ///< `councillors`
inline constexpr auto kOffice = WordClasses{1} << 8;           ///< those who act for an authority: `leader`, `planners`
inline constexpr auto kParty = WordClasses{1} << 9;            ///< `labour`, `tories`
inline constexpr auto kRun = WordClasses{1} << 10;             ///< after a party: `run`, `controlled`
inline constexpr auto kService = WordClasses{1} << 11;         ///< between a place and an office: `housing`, `finance`
inline constexpr auto kOtherBody = WordClasses{1} << 12;       ///< makes another body of a place: `university`
inline constexpr auto kOtherName = WordClasses{1} << 35;       ///< the same if written with a capital: `Road`, `Mail`
inline constexpr auto kForeign = WordClasses{1} << 36;         ///< after a name, a place abroad: `massachusetts`
inline constexpr auto kLowerCouncil = WordClasses{1} << 13;    ///< another kind of council: `parish`, `youth`
inline constexpr auto kOtherAuthority = WordClasses{1} << 14;  ///< another kind of authority: `health`, `police`
inline constexpr auto kCompass = WordClasses{1} << 15;         ///< `north`, `central`
inline constexpr auto kOtherPlace = WordClasses{1} << 16;      ///< before a name, another place: `new`, `upper`
inline constexpr auto kPreposition = WordClasses{1} << 17;     ///< between an office and a place: `of`, `at`
inline constexpr auto kLocative = WordClasses{1} << 18;        ///< says where: `in`, `near`
inline constexpr auto kBodyOf = WordClasses{1} << 19;          ///< with "of", another body: `university`, `duke`
inline constexpr auto kTitle = WordClasses{1} << 20;           ///< before a surname: `mr`, `lord`
inline constexpr auto kFirstName = WordClasses{1} << 21;       ///< `john`
inline constexpr auto kStarter = WordClasses{1} << 22;         ///< a common word that may begin a sentence: `the`
inline constexpr auto kVerb = WordClasses{1} << 23;            ///< what authorities do: `said`, `approves`
inline constexpr auto kCopula = WordClasses{1} << 24;          ///< `is`, `has`
inline constexpr auto kLocalThing = WordClasses{1} << 25;      ///< after a place, someone or something there: `man`
inline constexpr auto kCivic = WordClasses{1} << 26;           ///< shows that a sentence is about authorities
inline constexpr auto kAside = WordClasses{1} << 27;           ///< the council is named by the way: `former`
inline constexpr auto kKind = WordClasses{1} << 28;            ///< stands for an authority with "the": `borough`
inline constexpr auto kMemberOfParliament = WordClasses{1} << 29;
inline constexpr auto kJoiner = WordClasses{1} << 30;        ///< between the places of a list: `and`
inline constexpr auto kListHead = WordClasses{1} << 31;      ///< between "councils" and a list: `including`
inline constexpr auto kNameParticle = WordClasses{1} << 32;  ///< written small inside names: `upon`
inline constexpr auto kEnded = WordClasses{1} << 33;         ///< before a name, one that is no more: `former`
inline constexpr auto kCommonWord = WordClasses{1} << 37;    ///< a name that is also a word: `reading`
inline constexpr auto kModal = WordClasses{1} << 38;         ///< `will`, `could`
inline constexpr auto kNumber = WordClasses{1} << 39;        ///< `two`
inline constexpr auto kStaff = WordClasses{1} << 40;         ///< with a service before it an office: `crews`
inline constexpr auto kSport = WordClasses{1} << 41;         ///< `striker`
inline constexpr auto kPlaceKind = WordClasses{1} << 42;     ///< `city`, `borough`
inline constexpr auto kPhraseEnd = WordClasses{1} << 43;     ///< ends a phrase that is civic: `town hall`
inline constexpr auto kLeads = WordClasses{1} << 44;         ///< before a name, whoever is in charge there: `runs`
inline constexpr auto kMoves = WordClasses{1} << 45;         ///< somebody changes office: `joins`
inline constexpr auto kDecision = WordClasses{1} << 46;      ///< an authority alone does so: `approved`
inline constexpr auto kDecided = WordClasses{1} << 47;       ///< and so does it to this: `plans`
inline constexpr auto kMeanwhile = WordClasses{1} << 48;     ///< between commas after who acts: `meanwhile`
inline constexpr auto kCombined = WordClasses{1} << 49;      ///< before "authority", one of several councils
inline constexpr auto kElection = WordClasses{1} << 50;      ///< where members are elected: `ward`, `seat`
inline constexpr auto kWins = WordClasses{1} << 51;          ///< what parties do with seats and councils: `gained`
inline constexpr auto kGoes = WordClasses{1} << 52;          ///< what councils do in elections: `fell`, `stays`
inline constexpr auto kAffairs = WordClasses{1} << 53;       ///< what mostly authorities see to: `refuse`, `libraries`
inline constexpr auto kCyngor = WordClasses{1} << 34;        ///< council in Welsh and Gaelic, before the place
}  // namespace word_class

/// The classes of a folded word; none for most.
WordClasses classes_of(std::string_view word);

}  // namespace council_news
