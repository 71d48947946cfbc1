#pragma once

#include <string>

#include <xapian.h>

namespace council_news {

/// How words are weighed: BM25 with the constants of ranking.h.
Xapian::BM25Weight weighting();

/// A term with its weight, for a query that has it `times` times: BM25 times the term's burstiness, its mean number of
/// occurrences in the articles that have it. A word that is repeated where it occurs is what those articles are about;
/// one that occurs once here and once there is mentioned in passing, however rare it is.
Xapian::Query weighed(const Xapian::Database& database, const std::string& term, Xapian::termcount times = 1);

/// Inverse document frequency of what occurs in `articles` articles, and of a stem.
double idf(const Xapian::Database& database, double articles);
double idf(const Xapian::Database& database, const std::string& stem);

/// The same weight for every article; matches all.
Xapian::Query constant(double weight);

}  // namespace council_news
