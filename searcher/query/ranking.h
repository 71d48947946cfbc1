#pragma once

#include <array>
#include <cstddef>

namespace council_news {

/// Every constant that decides the order of results. After a change, run the judged queries (tests/rank) and compare
/// their figures.

// BM25 (weighting.h): one setting for all archives, together with kBurstinessPrior. Chosen on collections of abstracts
// and of news, which both gain by it; nearby settings do about as well.
inline constexpr double kBm25K1 = 1.2;         ///< saturation of repetition in an article
inline constexpr double kBm25K3 = 8;           ///< saturation of repetition in the query
inline constexpr double kBm25B = 0.7;          ///< length normalisation: slightly weaker than the usual 0.75
inline constexpr double kBm25MinLength = 0.2;  ///< minimum length, relative to the average

/// Burstiness (weighting.h): each term counts as occurring once in this many more articles, because little is known
/// about a term in few articles.
inline constexpr double kBurstinessPrior = 10;

/// Weight of a stop word when there are other words.
inline constexpr double kStopWordFactor = 0.2;

/// Weight of the joined form of a hyphenated word (`careleaver`) whose parts have weight too: an article with the
/// hyphen has both. (OP_MAX would be exact, but crashes in Xapian 1.4.22.)
inline constexpr double kJoinedFormFactor = 0.3;

/// Weight of being published on a date named in the query, in the date's idf: as much as naming the date twice. A date
/// term has no frequency within an article.
inline constexpr double kNamedDateFactor = 2;

// Proximity (compile.h). Of articles with all the words, those with all of them side by side rank first, whatever their
// other weight.
inline constexpr double kPairProximity = 0.5;    ///< two words of a longer query side by side, in their idf
inline constexpr double kTitleProximity = 0.25;  ///< all words side by side in the headline, in their idf

/// Longer queries are pasted texts; their word order is ignored.
inline constexpr std::size_t kMaxProximityWords = 8;

/// Coordination (coordination.h): what each word of an article adds, in its idf. Tuned on truncated news headlines with
/// an unknown word added, which find their article the better the larger it is, and on the judged queries, which get
/// worse at 1.
inline constexpr double kCoordination = 0.2;

/// Recency (recency.h): the bonus for being at most that old, as a part of the best match's weight. Steps add up: half
/// of that weight within a week, a quarter within a year, nothing after ten.
struct RecencyStep {
  int days;
  double part;
};
inline constexpr std::array<RecencyStep, 7> kRecencySteps{
    {{7, 0.08}, {30, 0.08}, {90, 0.08}, {365, 0.08}, {730, 0.08}, {1825, 0.06}, {3650, 0.04}}};

// Similar articles (similar.h).
inline constexpr std::size_t kMaxSimilarTerms = 30;  ///< enough to represent the subject, few enough to be fast
inline constexpr double kSimilarSaturation = 2;      ///< a term that occurs this often has half of its maximum weight
inline constexpr double kMinSimilarWeight = 0.08;    ///< of a match, relative to the article's own weight
inline constexpr double kMaxSimilarSpread = 0.3;     ///< terms in more than this part of the archive are ignored …
inline constexpr double kMinSimilarSpread = 10;      ///< … unless they are in at most this many articles

}  // namespace council_news
