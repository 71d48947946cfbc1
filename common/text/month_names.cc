#include "common/text/month_names.h"

#include <array>
#include <cstddef>

namespace council_news {
namespace {

/// The names of the months in one language, folded; several forms of one month are separated by a space.
struct MonthNames {
  bool abbreviated;  ///< whether names may be abbreviated: not where that gives words or weekdays of other languages
  std::array<std::string_view, 12> names;
};

constexpr MonthNames kMonths[] = {
    // English
    {true,
     {"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
      "december"}},
    // Welsh, plain and mutated as after a day (`1af o Fawrth`)
    {true,
     {"ionawr", "chwefror", "mawrth fawrth", "ebrill", "mai fai", "mehefin fehefin", "gorffennaf orffennaf", "awst",
      "medi fedi", "hydref", "tachwedd dachwedd", "rhagfyr ragfyr"}},
    // Irish
    {false,
     {"eanair", "feabhra", "marta", "aibrean", "bealtaine", "meitheamh", "iuil", "lunasa", "mean fomhair", "deireadh",
      "samhain", "nollaig"}},
    // Scottish Gaelic
    {false,
     {"faoilleach fhaoillich", "gearran ghearrain", "mart mhairt", "giblean ghiblein", "ceitean cheitein", "ogmhios",
      "iuchar iuchair", "lunastal lunastail", "sultain", "damhair damhar", "samhna", "dubhlachd"}},
    // French
    {true,
     {"janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre",
      "decembre"}},
    // German and Austrian
    {true,
     {"januar janner", "februar feber", "marz maerz mrz", "april", "mai", "juni", "juli", "august", "september",
      "oktober", "november", "dezember"}},
    // Spanish
    {true,
     {"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre setiembre", "octubre",
      "noviembre", "diciembre"}},
    // Italian
    {true,
     {"gennaio", "febbraio", "marzo", "aprile", "maggio", "giugno", "luglio", "agosto", "settembre", "ottobre",
      "novembre", "dicembre"}},
    // Portuguese
    {true,
     {"janeiro", "fevereiro", "marco", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro",
      "dezembro"}},
    // Dutch
    {true,
     {"januari", "februari", "maart mrt", "april", "mei", "juni", "juli", "augustus", "september", "oktober",
      "november", "december"}},
    // Polish, as after a day
    {true,
     {"stycznia styczen", "lutego luty", "marca marzec", "kwietnia kwiecien", "maja maj", "czerwca czerwiec",
      "lipca lipiec", "sierpnia sierpien", "wrzesnia wrzesien", "pazdziernika pazdziernik", "listopada listopad",
      "grudnia grudzien"}},
    // Hungarian
    {true,
     {"januar", "februar", "marcius", "aprilis", "majus", "junius", "julius", "augusztus", "szeptember", "oktober",
      "november", "december"}},
    // Greek, as after a day
    {true,
     {"ιανουαριου ιανουαριοσ", "φεβρουαριου φεβρουαριοσ", "μαρτιου μαρτιοσ", "απριλιου απριλιοσ", "μαιου μαιοσ",
      "ιουνιου ιουνιοσ", "ιουλιου ιουλιοσ", "αυγουστου αυγουστοσ", "σεπτεμβριου σεπτεμβριοσ", "οκτωβριου οκτωβριοσ",
      "νοεμβριου νοεμβριοσ", "δεκεμβριου δεκεμβριοσ"}},
};

constexpr std::array<std::string_view, 7> kWeekdays = {
    "sunday sul", "monday llun", "tuesday", "wednesday mercher", "thursday iau", "friday gwener", "saturday sadwrn"};

/// Minimum length of an abbreviation, in bytes; a Greek letter has two.
std::size_t shortest_cut(std::string_view word) { return static_cast<unsigned char>(word.front()) < 0x80 ? 3 : 6; }

/// Whether one of the space-separated `names` is `word`, or starts with it where names may be abbreviated.
bool names_it(std::string_view names, std::string_view word, bool cut) {
  while (!names.empty()) {
    const std::string_view name = names.substr(0, names.find(' '));
    if (name == word || (cut && word.size() >= shortest_cut(word) && name.starts_with(word))) return true;
    names.remove_prefix(name.size() < names.size() ? name.size() + 1 : name.size());
  }
  return false;
}

/// The month that `word` names in any language; 0 if there is none, or several.
int month_in_all(std::string_view word, bool cut) {
  int found = 0;
  for (const MonthNames& language : kMonths) {
    for (std::size_t i = 0; i < language.names.size(); ++i) {
      if (!names_it(language.names[i], word, cut && language.abbreviated)) continue;
      const int month = static_cast<int>(i) + 1;
      if (found != 0 && found != month) return 0;
      found = month;
    }
  }
  return found;
}

}  // namespace

int month_of(std::string_view word) {
  if (word.empty()) return 0;
  const int whole = month_in_all(word, false);
  return whole != 0 ? whole : month_in_all(word, true);
}

int weekday_of(std::string_view word) {
  if (word.empty()) return -1;
  for (std::size_t i = 0; i < kWeekdays.size(); ++i) {
    if (names_it(kWeekdays[i], word, true)) return static_cast<int>(i);
  }
  return -1;
}

}  // namespace council_news
