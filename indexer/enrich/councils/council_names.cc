#include "indexer/enrich/councils/council_names.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "indexer/enrich/councils/authority_words.h"
#include "indexer/enrich/councils/name_elections.h"
#include "indexer/enrich/councils/name_match.h"
#include "indexer/enrich/councils/passage.h"

namespace council_news {
namespace {

/// Whether the passage consists of names and numbers: a line of a list.
bool is_list_line(const Passage& passage, const std::vector<NameMatch>& matches) {
  std::size_t at = 0;
  for (const NameMatch& match : matches) {
    if (match.form == NameForm::other) return false;
    for (; at < match.begin; ++at)
      if (!passage[at].is(word_class::kJoiner)) return false;
    at = match.end;
  }
  for (; at < passage.size(); ++at) {
    const char c = passage[at].term.front();
    if (!is_ascii_digit(c) && !passage[at].is(word_class::kJoiner | word_class::kAbbreviation) &&
        passage[at].term != "m" && passage[at].term != "new")
      return false;
  }
  return !matches.empty();
}

/// "Nuneaton and Bedworth": only an authority is named after two places.
bool is_only_an_authority(const Name& name) {
  return std::find(name.words.begin(), name.words.end(), "and") != name.words.end();
}

}  // namespace

PassageReading CouncilNameFinder::read(std::string_view text, const PassageContext& context) const {
  PassageReading reading;
  const Passage passage(text);
  std::vector<NameMatch> matches = match_names(passage, table_, context.day);
  AuthorityWords words = read_authority_words(passage, matches);
  words.civic_before = context.civic;
  words.elections = context.elections;
  reading.elections = read_elections(passage);
  words.parliament = reading.elections.parliament > 0;
  const bool in_list = context.in_list && is_list_line(passage, matches);
  for (const NameMatch& match : matches)
    if (match.homonym) reading.homonyms.push_back(match.name);
  std::erase_if(matches, [](const NameMatch& match) { return match.form == NameForm::other; });
  const std::vector<NameList> lists = find_lists(passage, matches);
  // A name with an office makes its sentence one about authorities, which affects the other names in it.
  for (const NameList& list : lists) {
    const std::vector<NameReading> readings = read_list(passage, matches, list, words, in_list);
    for (std::size_t i = list.first; i < list.end; ++i) {
      const NameReading& one = readings[i - list.first];
      const std::uint32_t sentence = passage[matches[i].first].sentence;
      if (one.evidence == NameEvidence::place) continue;
      words.civic[sentence] = true;
      words.any_civic = words.any_civic || one.evidence == NameEvidence::council || one.civic ||
                        is_only_an_authority(*matches[i].name);
    }
  }
  std::uint32_t number = 0;
  for (const NameList& list : lists) {
    const std::vector<NameReading> readings = read_list(passage, matches, list, words, in_list);
    for (std::size_t i = list.first; i < list.end; ++i) {
      const NameMatch& match = matches[i];
      const NameReading& one = readings[i - list.first];
      const std::string_view last_day = match.owner->council->ended;
      const bool gone = !last_day.empty() && !context.day.empty() && last_day < context.day;
      reading.names.push_back({.council = match.owner->council,
                               .name = match.name,
                               .evidence = one.evidence,
                               .begin = passage[match.begin].begin,
                               .end = passage[match.end - 1].end,
                               .list = number,
                               .safe = match.owner->safe,
                               .in_use = match.lifetime >= Lifetime::near,
                               .passing = one.passing || gone,
                               .doubtful = one.doubtful || match.trailing,
                               .acts = one.acts,
                               .origin = one.origin,
                               .location = one.location,
                               .service = one.service,
                               .maybe_within = match.maybe_within});
    }
    ++number;
  }
  reading.references = words.references;
  reading.sport_words = words.sport;
  reading.affairs_words = words.affairs;
  reading.civic = words.any_civic;
  reading.civic_sentences = static_cast<int>(std::count(words.civic.begin(), words.civic.end(), true));
  reading.other_council = words.other_council;
  reading.announces_list = in_list || ((words.any_civic || context.in_list) && trim(text).ends_with(':'));
  return reading;
}

}  // namespace council_news
