#pragma once

#include <string>
#include <vector>

#include <xapian.h>

#include "common/article.h"
#include "common/index/stem.h"

namespace council_news {

/// An article as stored in the database, with its readings and its relations to others (common/index/relations.h).
struct Record {
  Article article;
  std::vector<Article> readings;        ///< see readings.h
  std::vector<std::string> identities;  ///< hashes (enrich/identity.h), including its id
  std::string group;                    ///< name of its near-duplicate group; empty if it has no near-duplicates
};

/// Makes a reading: the article without enrichments, and with the hash of its version (version_of) as id.
Article reading_of(Article article, const std::string& version);

/// Throws InputError if the document's data is damaged.
Record read_record(const Xapian::Document& document);

Xapian::Document to_document(const Record& record, Stemmer& stem);

}  // namespace council_news
