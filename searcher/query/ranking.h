#pragma once

#include <array>
#include <cstddef>

namespace council_news {

/// Every constant that decides which article comes before another. After a change, run the judged queries
/// (tests/rank) and compare with figures from before it.

// BM25 (weighting.h): one setting for all archives, with kBurstinessPrior. Chosen on collections of abstracts and of
// news, each of which gains by it, and near which all settings do about as well.
inline constexpr double kBm25K1 = 1.2;  ///< how soon repetition in an article stops to count
inline constexpr double kBm25K3 = 8;    ///< how soon repetition in the query stops to count
inline constexpr double kBm25B = 0.7;   ///< length normalisation: long articles are held back a little less than usual
inline constexpr double kBm25MinLength = 0.2;  ///< shorter articles count as that part of the average length

/// Burstiness (weighting.h): each term is taken to occur once in that many more articles than it does, because little
/// is known of a term that few articles have.
inline constexpr double kBurstinessPrior = 10;

/// Weight of a stop word beside other words.
inline constexpr double kStopWordFactor = 0.2;

/// Weight of the joined form of a hyphenated word (`careleaver`) where its parts weigh too: an article that hyphenates
/// has both. (OP_MAX would say it better, but crashes in Xapian 1.4.22.)
inline constexpr double kJoinedFormFactor = 0.3;

/// Being published on a date that the query names, in the date's idf: as much as naming the date twice. A date term has
/// no frequency within an article.
inline constexpr double kNamedDateFactor = 2;

// Proximity (compile.h). Of articles with all the words, those with all of them side by side come first, whatever else
// they weigh.
inline constexpr double kPairProximity = 0.5;    ///< two words of a longer query side by side, in their idf
inline constexpr double kTitleProximity = 0.25;  ///< all words side by side in the headline, in their idf

/// Queries of more words are texts: how their words stand is not looked at.
inline constexpr std::size_t kMaxProximityWords = 8;

/// Coordination (coordination.h): what each word that an article has adds, in its idf. Chosen with headlines of news
/// cut short and given a word that is nowhere, which find their article the sooner the larger it is, and with the
/// judged queries, which lose at 1.
inline constexpr double kCoordination = 0.2;

/// Recency (recency.h): what being at most that old adds, as a part of the best match's weight. An article gets every
/// step it fits: half of that weight within a week, a quarter within a year, nothing after ten.
struct RecencyStep {
  int days;
  double part;
};
inline constexpr std::array<RecencyStep, 7> kRecencySteps{
    {{7, 0.08}, {30, 0.08}, {90, 0.08}, {365, 0.08}, {730, 0.08}, {1825, 0.06}, {3650, 0.04}}};

// Similar articles (similar.h).
inline constexpr std::size_t kMaxSimilarTerms = 30;  ///< enough to know an article's subject, few enough to be quick
inline constexpr double kSimilarSaturation = 2;      ///< of repetition: a term that occurs so often counts half
inline constexpr double kMinSimilarWeight = 0.08;    ///< of a match, as a part of what the article itself would weigh
inline constexpr double kMaxSimilarSpread = 0.3;     ///< terms in more than this part of the archive are ignored …
inline constexpr double kMinSimilarSpread = 10;      ///< … unless they are in at most this many articles

}  // namespace council_news
