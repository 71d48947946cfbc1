#include "searcher/query/names.h"

#include <algorithm>

#include <fmt/core.h>

#include "common/index/schema.h"
#include "common/knowledge/gazetteer.h"
#include "common/text/fold.h"

namespace council_news {
namespace {

/// Words of the longest names people type: "city of bradford metropolitan district council".
constexpr std::size_t kMostWords = 6;

/// Longer queries are texts rather than questions: what they name is not looked for.
constexpr std::size_t kMostNodes = 60;

bool is_safe(const Council& council, const std::string& folded) {
  return fold_name(council.official_name) == folded ||
         std::any_of(council.names.begin(), council.names.end(),
                     [&](const CouncilName& name) { return name.safe && name.text == folded; });
}

}  // namespace

void Names::mark(std::vector<Node>& nodes) {
  if (nodes.size() > kMostNodes) return;
  for (std::size_t i = 0; i < nodes.size(); ++i) {
    std::size_t words = 0;
    while (words < kMostWords && i + words < nodes.size() && nodes[i + words].kind == NodeKind::word) ++words;
    for (; words > 0; --words) {
      std::string text;
      for (std::size_t k = 0; k < words; ++k) text += (k > 0 ? " " : "") + nodes[i + k].text;
      auto name = name_of(fold_name(text));
      if (!name) continue;
      Node named;
      named.kind = NodeKind::named;
      named.text = std::move(text);
      named.terms = std::move(name->terms);
      named.meaning = std::move(name->meaning);
      const auto first = nodes.begin() + static_cast<std::ptrdiff_t>(i);
      const auto last = first + static_cast<std::ptrdiff_t>(words);
      named.children.assign(std::make_move_iterator(first), std::make_move_iterator(last));
      *first = std::move(named);
      nodes.erase(first + 1, last);
      break;
    }
  }
}

std::optional<Names::Name> Names::name_of(const std::string& folded) const {
  if (folded.empty()) return std::nullopt;
  if (auto name = council_called(folded)) return name;
  return author_called(folded);
}

std::optional<Names::Name> Names::council_called(const std::string& folded) const {
  std::vector<const Council*> found = gazetteer().by_name(folded);
  std::erase_if(found, [&](const Council* council) { return !is_safe(*council, folded); });
  if (found.empty()) {
    // With a council word beside it any name is safe.
    const std::string place = without_designators(folded);
    if (place != folded && folded.find("council") != std::string::npos) found = gazetteer().by_name(place);
  }
  if (found.empty()) return std::nullopt;
  Name name{{}, fmt::format("the council {}", found.front()->name)};
  for (const Council* council : found)
    name.terms.push_back(make_term(find_field("council")->exact_prefix, council->slug));
  return name;
}

std::optional<Names::Name> Names::author_called(const std::string& folded) const {
  const Field& author = *find_field("author");
  Name name{{}, "also as an author"};
  if (folded.find(' ') != std::string::npos) {
    name.terms.push_back(make_term(author.exact_prefix, folded));
    if (!database_.term_exists(name.terms.front())) return std::nullopt;
    return name;
  }
  const std::string& stemmed = stem_(folded);
  name.terms.push_back(make_term(std::string(kStemPrefix) + std::string(author.words_prefix), stemmed));
  const Xapian::doccount bylines = database_.get_termfreq(name.terms.front());
  if (bylines == 0 || bylines <= database_.get_termfreq(make_term(kStemPrefix, stemmed))) return std::nullopt;
  return name;
}

}  // namespace council_news
