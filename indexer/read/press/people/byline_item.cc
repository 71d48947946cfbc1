#include "indexer/read/press/people/byline_item.h"

#include <algorithm>

#include "common/knowledge/gazetteer.h"
#include "common/text/fold.h"
#include "common/text/utf8.h"

namespace council_news::press {
namespace {

bool begins_small(const Word& word) { return is_ascii_lower(word.text.front()); }

/// The number of words up to "of", "for" and the like if they are a job: `Leader of Vale Council`.
std::size_t job_length(Words words) {
  const auto place = std::find_if(words.begin(), words.end(), [](const Word& word) { return has(word, kOf); });
  const Words job = words.first(static_cast<std::size_t>(place - words.begin()));
  return !job.empty() && is_generic(job) && any_has(job, kRole | kJob | kSubject) && !any_has(job, kOrganisation)
             ? job.size()
             : 0;
}

/// An office of which no writer's role is a part: `council leader`, but not `deputy editor` or `head of news`.
bool is_office(Words words) {
  const bool of_news =
      std::any_of(words.begin(), words.end(), [](const Word& word) { return is_one_of(word, {"news"}); });
  return any_has(words, kOffice) && !any_has(words, kRole | kAgency) && !of_news;
}

/// Whether these words say where a person works: `for the Vale Ledger`, `in Brussels`.
bool is_place_of_work(Words words) {
  if (words.size() < 2 || !is_one_of(words.front(), {"for", "at", "in", "of", "from", "via"})) return false;
  bool named = false;
  bool after_name = false;
  for (const Word& word : words.subspan(1)) {
    const bool name = !has(word, kVerb) && is_name_word(word.text);
    const bool joins = has(word, kOf) || is_one_of(word, {"the", "our"});
    const bool number = after_name && is_ascii_digit(word.text.front());  // `Radio 4`
    if (!name && !joins && !number && !has(word, kOrganisation | kSubject | kRole | kLabel)) return false;
    named = named || (name && !joins) || has(word, kOrganisation);
    after_name = name;
  }
  return named;
}

/// `the garden is open`, `finds fault`, but not `who is a trustee`
bool is_clause(Words words) {
  return !is_one_of(words.front(), {"who"}) && std::any_of(words.begin(), words.end(), [](const Word& word) {
    return begins_small(word) && has(word, kVerb);
  });
}

/// `Special to the Vale Ledger`
bool is_special_to(Words words) {
  return words.size() > 2 && is_one_of(words[0], {"special"}) && is_one_of(words[1], {"to"});
}

/// Whether a full name followed by these words is still a person's: `MBE`, `Local Democracy Reporter`, `for the
/// Ledger`, `reports`, but not `Forest Council`.
bool may_follow_name(Words rest, Item& item) {
  // `OBE FRS`: words in capitals after letters are letters too.
  bool letters = false;
  while (!rest.empty() && (has(rest.front(), kPostNominal) || (letters && is_all_capitals(rest.front().text)))) {
    letters = true;
    rest = rest.subspan(1);
  }
  if (rest.empty()) return true;
  Words place = rest;
  while (!place.empty() && begins_small(place.front()) && has(place.front(), kFiller | kLabel) &&
         !has(place.front(), kOf | kVerb))
    place = place.subspan(1);  // `reports from Brussels`
  if (place.empty()) {
    item.roles += rest.size();
    return true;
  }
  if (is_place_of_work(place)) {
    const bool is_outlet = is_one_of(place.front(), {"for"}) && any_has(place, kOrganisation | kAgency);
    (is_outlet ? item.roles : item.trailing) += rest.size();
    return true;
  }
  // `Special to the Ledger`, `Leader of Vale Council`
  const std::size_t job = job_length(rest);
  if (job > 0 && job < rest.size()) {
    (is_office(rest.first(job)) || is_special_to(rest) ? item.trailing : item.roles) += rest.size();
    item.sentence = !is_place_of_work(rest.subspan(job)) && !is_special_to(rest);
    return true;
  }
  const bool is_sentence = begins_small(rest.front()) && (!is_generic(rest) || has(rest.front(), kVerb));
  if (has(rest.front(), kOf) || is_sentence) {
    item.sentence = true;
    item.trailing += rest.size();
    return true;
  }
  if (!is_generic(rest)) return false;
  if (has(rest.front(), kOrganisation) && !has(rest.front(), kSubject) &&
      !(rest.size() == 2 && has(rest.back(), kRole)))
    return false;
  if (any_has(rest, kOrganisation) && !any_has(rest, kRole | kJob | kAgency)) return false;
  if (!any_has(rest, kRole | kJob | kAgency | kLabel | kFiller | kPage)) return false;
  // Buttons and sections are no sign of a byline.
  const bool is_role = any_has(rest, kRole | kJob | kAgency);
  (!is_role ? item.sections : is_office(rest) ? item.trailing : item.roles) += rest.size();
  return true;
}

/// `View profile` behind a name: buttons, though each of their words may also be a name.
bool begins_button(Words words) {
  return words.size() > 1 && has(words[0], kPage | kFiller) && has(words[1], kPage | kGrammar) &&
         !any_has(words, kVerb) && all_have(words, kPage | kFiller | kLabel | kGrammar);
}

}  // namespace

bool read_people(Words words, Item& item) {
  std::size_t length = 0;
  while (length < words.size() && !is_never_name(words[length].classes) &&
         (is_name_word(words[length].text) || (length > 0 && has(words[length], kParticle | kForeignAnd))))
    ++length;
  for (std::size_t at = 2; at + 2 < length; ++at) {
    if (!has(words[at], kForeignAnd)) continue;
    const Words first = words.first(at);
    const Words second = words.subspan(at + 1, length - at - 1);
    if (!is_person_name(first) || !is_person_name(second)) continue;
    item.names = {first, second};
    return may_follow_name(words.subspan(length), item);
  }
  // `Ann Smith Live`: a page word may or may not belong to the name.
  for (std::size_t end = length; end >= 2 && (end == length || has(words[end], kPage | kFiller)); --end) {
    if (!is_person_name(words.first(end))) continue;
    if (end > 2 && begins_button(words.subspan(end - 1))) continue;
    if (end > 3 && begins_button(words.subspan(end - 2)) && is_person_name(words.first(end - 2))) continue;
    item.names = {words.first(end)};
    return may_follow_name(words.subspan(end), item);
  }
  return false;
}

Item read_item(Words words, Separator before) {
  // `…\nund Ann Smith`, `The Rt Hon Ann Smith`
  const bool before_title = words.size() > 2 && has(words.front(), kGrammar) && has(words[1], kTitle);
  if (before_title || (words.size() > 2 && has(words.front(), kForeignAnd))) words = words.subspan(1);
  Item item;
  item.before = before;
  item.words = words;
  item.kind = Item::person;
  if (read_people(words, item)) return item;
  // `Chief reporter Ann Smith`, `Leeds reporter Ann Smith`
  constexpr WordClasses kOfRole = kRole | kJob | kSubject | kAgency | kOrganisation | kOf | kGrammar;
  for (std::size_t role = 1; role + 1 < words.size() && (role == 1 || has(words[role - 1], kOfRole)); ++role) {
    if (!any_has(words.first(role), kRole | kJob) || has(words[role - 1], kOf | kGrammar) ||
        !read_people(words.subspan(role), item))
      continue;
    (!any_has(words.first(role), kRole | kAgency) ? item.trailing : item.roles) += role;
    return item;
  }
  item.names.clear();
  item.roles = item.trailing = item.sections = 0;
  item.sentence = is_clause(words);
  if (before == Separator::comma && is_place_of_work(words)) {
    item.kind = Item::generic;
    item.trailing = words.size();
    return item;
  }
  const bool agency = any_has(words, kAgency);
  const bool nobody = std::any_of(words.begin(), words.end(),
                                  [](const Word& word) { return has(word, kGenericAccount) && !has(word, kPage); });
  if (nobody || ((is_generic(words) || all_have(words, kPostNominal)) && !agency)) {
    item.kind = Item::generic;
    (is_office(words)                              ? item.trailing
     : any_has(words, kRole | kJob | kPostNominal) ? item.roles
                                                   : item.sections) += words.size();
  } else if (agency || any_has(words, kOrganisation) || !gazetteer().by_name(fold_name(span_of(words))).empty()) {
    item.kind = Item::organisation;
    const Words job = words.first(job_length(words));
    if (!is_generic(words)) (job.empty() ? item.unknown : is_office(job) ? item.trailing : item.roles) += words.size();
  } else {
    item.kind = Item::unsure;
    item.unknown += words.size();
  }
  return item;
}

std::size_t label_length(const Piece& piece) {
  const Words words = piece.words;
  if (piece.before == Separator::comma && is_place_of_work(words)) return 0;  // `Ann Smith, of Mill Lane`
  std::size_t length = piece.after_colon < words.size() ? piece.after_colon : 0;
  bool only_labels = true;
  for (std::size_t i = 0; i < words.size(); ++i) {
    const bool has_by = has(words[i], kBy) && (only_labels || equal_ignoring_case(words[i].text, "by"));
    if (has_by && i + 1 < words.size()) length = std::max(length, i + 1);
    only_labels = only_labels && has(words[i], kLabel | kFiller | kOtherWork | kPage);
  }
  if (length > 0) return length;
  while (length < words.size() && has(words[length], kLabel | kFiller | kOtherWork | kOf)) ++length;
  // `Author Name` may be a name, `Author Ann Smith` is not; `Photography Ann Smith` does not make her the writer.
  Item rest;
  const bool is_label =
      length == words.size() || any_has(words.first(length), kOtherWork) || read_people(words.subspan(length), rest);
  return is_label ? length : 0;
}

bool is_headline_tag(Words label) {
  return label.size() == 1 && is_one_of(label[0], {"exclusive", "update", "updated"});
}

std::string_view span_of(Words words) {
  const char* const end = words.back().text.data() + words.back().text.size();
  return {words.front().text.data(), static_cast<std::size_t>(end - words.front().text.data())};
}

}  // namespace council_news::press
