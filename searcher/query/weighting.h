#pragma once

#include <string>

#include <xapian.h>

namespace council_news {

/// How words are weighed: BM25, long articles held back a little less than usual.
Xapian::BM25Weight weighting();

/// A term for its weight, asked for `times` times: what BM25 gives it, times how often the articles that have it repeat
/// it. A word that is repeated where it stands is what those articles are about; one that comes once here and once
/// there is said in passing, however rare it is.
Xapian::Query weighed(const Xapian::Database& database, const std::string& term, Xapian::termcount times = 1);

/// How much it tells that an article has what so many articles have.
double rarity(const Xapian::Database& database, double articles);
double rarity(const Xapian::Database& database, const std::string& stem);

/// The same weight for every article; matches all.
Xapian::Query constant(double weight);

}  // namespace council_news
