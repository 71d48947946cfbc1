#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "common/article.h"

namespace council_news {

/// `29 Jan 2018`.
std::string long_date(Timestamp moment);

/// `29 Jan 2018, 18:15 UTC`, or only the day if no more is known. If the day in UTC is another one, that follows.
std::string long_moment(Timestamp moment);

/// `a, b, c`.
std::string joined(const std::vector<std::string>& parts);

/// `a, b and c`.
std::string enumerated(const std::vector<std::string>& parts);

/// A headline, or `(no headline)`.
std::string headline_of(const std::string& title);

std::vector<std::string> council_names(const Article& article);
std::vector<std::string> topic_labels(const Article& article);

/// Date, outlet, authors, councils and topics on one line, as far as known. More than `max` of one kind are cut to the
/// first and the number of others.
std::string about(const Article& article, std::size_t max = SIZE_MAX);

/// `also in The Record and 2 others`, from the number of other articles and their outlets; empty if there are none.
std::string also_in_words(std::size_t also, const std::vector<std::string>& outlets);

/// `also found by roads and zoos`: the searches but the first; empty if there are none.
std::string also_found_by(const std::vector<std::string>& searches);

}  // namespace council_news
