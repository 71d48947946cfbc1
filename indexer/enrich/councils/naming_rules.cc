#include "indexer/enrich/councils/naming_rules.h"

#include <algorithm>
#include <utility>

namespace council_news {
namespace {

/// So many lines that begin with a name are a table.
constexpr std::size_t kTableSize = 3;

bool is_particle(std::string_view word) { return classes_of(word).any_of(word_class::kNameParticle); }

/// Is "the Kent council" another one within?
bool is_one_within(const Naming& naming, const std::vector<Naming>& namings) {
  if (!naming.named.maybe_within) return false;
  const Council* county = naming.named.council;
  const auto is_county = [&](const Naming& other) {
    return other.named.council == county && other.named.evidence == NameEvidence::council && !other.named.maybe_within;
  };
  const auto is_within = [&](const Naming& other) {
    return other.named.council->county == county->name && !is_area(*other.named.council) && other.named.in_use &&
           other.named.safe && other.paragraph <= naming.paragraph;
  };
  return std::none_of(namings.begin(), namings.end(), is_county) &&
         std::any_of(namings.begin(), namings.end(), is_within);
}

}  // namespace

void follow_longer_names(std::vector<Naming>& namings) {
  for (Naming& naming : namings) {
    NamedCouncil& named = naming.named;
    if (named.evidence == NameEvidence::council || named.safe || named.name->words.size() > 1) continue;
    const NamedCouncil* full = nullptr;
    for (const Naming& other : namings) {
      if (other.named.name == nullptr) continue;
      const auto& words = other.named.name->words;
      const bool same = other.named.council == named.council;
      if (same && other.named.evidence == NameEvidence::council) {
        full = nullptr;
        break;
      }
      if (!same && words.size() > 2 && words.front() == named.name->words.front() && is_particle(words[1]) &&
          (other.named.safe || other.named.evidence != NameEvidence::place))
        full = &other.named;
    }
    if (full == nullptr) continue;
    named.council = full->council;
    named.in_use = full->in_use;
  }
}

std::vector<std::size_t> take_those_within(std::vector<Naming>& namings) {
  std::vector<Naming> kept;
  std::vector<std::size_t> paragraphs;
  for (const Naming& naming : namings) {
    if (is_one_within(naming, namings))
      paragraphs.push_back(naming.paragraph);
    else
      kept.push_back(naming);
  }
  namings = std::move(kept);
  return paragraphs;
}

void read_tables(std::vector<Naming>& namings) {
  std::vector<Naming*> rows;
  const auto flush = [&] {
    for (std::size_t i = 0; rows.size() >= kTableSize && i < rows.size(); ++i) {
      rows[i]->named.evidence = std::max(rows[i]->named.evidence, NameEvidence::office);
      rows[i]->where = rows.front()->where;
    }
    rows.clear();
  };
  for (std::size_t i = 0; i < namings.size(); ++i) {
    Naming& naming = namings[i];
    if (i > 0 && namings[i - 1].paragraph == naming.paragraph) continue;
    const bool goes_on = !rows.empty() && naming.paragraph == rows.back()->paragraph + 1;
    const bool row = naming.named.begin == 0 && naming.named.in_use && naming.where != Where::headline &&
                     !naming.passage.ends_with('.');
    if (!goes_on || !row) flush();
    if (row) rows.push_back(&naming);
  }
  flush();
}

void move_opening(std::vector<Naming>& namings) {
  const auto first = std::find_if(namings.begin(), namings.end(),
                                  [](const Naming& naming) { return naming.where != Where::headline; });
  if (first == namings.end() || first->where == Where::opening) return;
  const bool second = first->where == Where::second;
  for (auto naming = first; naming != namings.end() && naming->paragraph == first->paragraph; ++naming) {
    if (naming->named.evidence == NameEvidence::council || (second && naming->named.evidence == NameEvidence::office))
      naming->where = second ? Where::opening : Where::second;
  }
}

}  // namespace council_news
