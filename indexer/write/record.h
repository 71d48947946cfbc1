#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/index/stem.h"

namespace council_news {

/// An article as the database keeps it: with what it was made of, and what relates it to others
/// (common/index/relations.h).
struct Record {
  Article article;
  std::vector<Article> readings;        ///< readings.h
  std::vector<std::string> identities;  ///< hashes it is known by; its id is one of them
  std::vector<std::string> versions;    ///< hashes of all readings of it so far
  std::string group;                    ///< of near-duplicates; empty when it has none
};

/// A reading: what its source said, without what we know of it. Its id is the hash of its version (version_of).
Article reading_of(Article article, const std::string& version);

Record read_record(const Xapian::Document& document);

Xapian::Document to_document(const Record& record, Stemmer& stem);

/// The paragraphs of a text, without the blank lines between.
std::vector<std::string> paragraphs_of(const std::string& text);

/// The term of a paragraph of an article: the same for the same words in the same outlet. Empty for a paragraph too
/// short to say anything.
std::string paragraph_term(const Article& article, const std::string& paragraph);

}  // namespace council_news
