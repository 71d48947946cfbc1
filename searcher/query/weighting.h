#pragma once

#include <string>

#include <xapian.h>

namespace council_news {

/// The weighting of words: BM25 with the constants of ranking.h.
Xapian::BM25Weight weighting();

/// A weighted term that occurs `times` times in the query: BM25 times the term's burstiness, its mean number of
/// occurrences in the articles that have it. Articles are about a word that they repeat; a word that occurs once here
/// and there is mentioned in passing, however rare it is.
Xapian::Query weighted_term(const Xapian::Database& database, const std::string& term, Xapian::termcount times = 1);

/// Inverse document frequency of a term that occurs in `articles` documents, and of a stem.
double idf(const Xapian::Database& database, double articles);
double idf(const Xapian::Database& database, const std::string& stem);

/// The same weight for every article; matches all of them.
Xapian::Query constant(double weight);

}  // namespace council_news
