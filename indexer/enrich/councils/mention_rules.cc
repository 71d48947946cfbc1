#include "indexer/enrich/councils/mention_rules.h"

#include <algorithm>
#include <utility>

namespace council_news {
namespace {

/// This many lines that begin with a name are a table.
constexpr std::size_t kTableSize = 3;

bool is_particle(std::string_view word) { return classes_of(word).any_of(word_class::kNameParticle); }

/// Whether "the Kent council" is another one within Kent.
bool is_one_within(const Mention& mention, const std::vector<Mention>& mentions) {
  if (!mention.named.maybe_within) return false;
  const Council* county = mention.named.council;
  const auto is_county = [&](const Mention& other) {
    return other.named.council == county && other.named.evidence == NameEvidence::council && !other.named.maybe_within;
  };
  const auto is_within = [&](const Mention& other) {
    return other.named.council->county == county->name && !is_area(*other.named.council) && other.named.in_use &&
           other.named.safe && other.paragraph <= mention.paragraph;
  };
  return std::none_of(mentions.begin(), mentions.end(), is_county) &&
         std::any_of(mentions.begin(), mentions.end(), is_within);
}

}  // namespace

void follow_longer_names(std::vector<Mention>& mentions) {
  for (Mention& mention : mentions) {
    NamedCouncil& named = mention.named;
    if (named.evidence == NameEvidence::council || named.safe || named.name->words.size() > 1) continue;
    const NamedCouncil* full = nullptr;
    for (const Mention& other : mentions) {
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

std::vector<std::size_t> remove_outer_councils(std::vector<Mention>& mentions) {
  std::vector<Mention> kept;
  std::vector<std::size_t> paragraphs;
  for (const Mention& mention : mentions) {
    if (is_one_within(mention, mentions))
      paragraphs.push_back(mention.paragraph);
    else
      kept.push_back(mention);
  }
  mentions = std::move(kept);
  return paragraphs;
}

void read_tables(std::vector<Mention>& mentions) {
  std::vector<Mention*> rows;
  const auto flush = [&] {
    for (std::size_t i = 0; rows.size() >= kTableSize && i < rows.size(); ++i) {
      rows[i]->named.evidence = std::max(rows[i]->named.evidence, NameEvidence::office);
      rows[i]->where = rows.front()->where;
    }
    rows.clear();
  };
  for (std::size_t i = 0; i < mentions.size(); ++i) {
    Mention& mention = mentions[i];
    if (i > 0 && mentions[i - 1].paragraph == mention.paragraph) continue;
    const bool goes_on = !rows.empty() && mention.paragraph == rows.back()->paragraph + 1;
    const bool row = mention.named.begin == 0 && mention.named.in_use && mention.where != Where::headline &&
                     !mention.passage.ends_with('.');
    if (!goes_on || !row) flush();
    if (row) rows.push_back(&mention);
  }
  flush();
}

void move_opening(std::vector<Mention>& mentions) {
  const auto first = std::find_if(mentions.begin(), mentions.end(),
                                  [](const Mention& mention) { return mention.where != Where::headline; });
  if (first == mentions.end() || first->where == Where::opening) return;
  const bool second = first->where == Where::second;
  for (auto mention = first; mention != mentions.end() && mention->paragraph == first->paragraph; ++mention) {
    if (mention->named.evidence == NameEvidence::council || (second && mention->named.evidence == NameEvidence::office))
      mention->where = second ? Where::opening : Where::second;
  }
}

}  // namespace council_news
