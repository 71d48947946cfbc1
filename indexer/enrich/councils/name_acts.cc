#include "indexer/enrich/councils/name_acts.h"

namespace council_news {
namespace {

using namespace word_class;

/// Minimum length of a word in "ed" that is read as a past tense.
constexpr std::size_t kPastSize = 5;
/// Maximum words between commas before the verb: "by contrast", "for its part".
constexpr std::size_t kMeanwhileReach = 3;
/// Maximum words in the name of an enclosing place.
constexpr std::size_t kPlaceSize = 3;
/// Maximum distance of a verb's object: "has approved outline plans".
constexpr std::size_t kObjectReach = 4;

bool is_verb(const Word& word) {
  return word.is(kVerb) ||
         (!word.capital && word.term.size() >= kPastSize && word.term.ends_with("ed") && !word.is(kLocalThing));
}

}  // namespace

bool is_act(const Passage& passage, std::size_t at) {
  const Word& word = passage[at];
  if (word.is(kModal) || is_verb(word)) return true;
  std::size_t verb = at;
  while (passage[verb].is(kCopula) && passage.joins(verb + 1)) ++verb;  // "has been told"
  return verb > at && is_verb(passage[verb]);
}

bool acts_meanwhile(const Passage& passage, std::size_t at) {
  std::size_t verb = at;
  while (verb < at + kMeanwhileReach && passage[verb].is(kMeanwhile) && (verb == at || passage.joins(verb))) ++verb;
  return verb > at && passage[verb].gap == gap::kComma && is_act(passage, verb);
}

bool acts_within(const Passage& passage, std::size_t at) {
  std::size_t verb = at + 1;
  while (verb <= at + kPlaceSize && passage.joins(verb) && passage[verb].capital) ++verb;
  return verb > at + 1 && passage.joins(verb) && (passage[verb].is(kCopula) || is_verb(passage[verb]));
}

bool is_example(const Passage& passage, std::size_t at) {
  const std::string_view word = passage[at + 1].term;
  return passage[at].term == "for" && (word == "example" || word == "instance") && passage.joins(at + 1);
}

bool is_decision(const Passage& passage, std::size_t at) {
  const std::size_t verb = passage[at].is(kCopula) ? at + 1 : at;
  if (!passage[verb].is(kDecision)) return false;
  for (std::size_t next = verb + 1; next <= verb + kObjectReach && passage.joins(next); ++next)
    if (passage[next].is(kDecided)) return true;
  return false;
}

}  // namespace council_news
