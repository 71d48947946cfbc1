#include "indexer/read/page/phrases.h"

#include <algorithm>

#include "common/text/date_reading.h"
#include "common/text/utf8.h"

namespace council_news::page {
namespace {

/// What lines begin with that lead away. English first, then German, French, Spanish, Italian.
// clang-format off
constexpr std::string_view kAwayBeginnings[] = {
    "read more", "read also", "also read", "read next", "read:", "more:", "related:", "related story",
    "related article", "[related", "see more:", "see related", "watch:", "subscribe now", "continue reading",
    "story continues", "article continues", "you may also like", "you might also like", "recommended:", "trending:",
    "photo:", "photos:", "photographs:", "photography:", "pictures:", "photo by", "photo credit", "photograph:", "image:", "images:", "image credit", "picture:",
    "pictured:", "pic:", "credit:", "(image credit", "(photo", "copyright ©", "copyright:", "©", "(c) ",
    "all rights reserved", "filed under", "tags:", "tagged:", "categories:", "share:", "back to top", "load more",
    "lesen sie auch", "mehr zum thema", "mehr dazu", "auch interessant", "weiterlesen", "foto:", "fotos:", "bild:",
    "bilder:", "bildquelle", "beitragsbild", "bildnachweis", "letzte änderung", "zuletzt aktualisiert",
    "zuletzt geändert", "das könnte sie auch", "schlagworte:", "lire aussi", "à lire aussi", "voir aussi",
    "crédit photo", "crédits photo", "publicité", "partager", "leer también", "lee también", "lea también",
    "lea además", "te puede interesar", "ver también", "además:", "publicidad", "temas relacionados", "compartir",
    "leggi anche", "potrebbe interessarti", "pubblicità", "condividi"};
// clang-format on

/// These begin sentences of articles too: `Sign up by 1 May to have your garden waste collected.`
// clang-format off
constexpr std::string_view kAwayUnlessSentence[] = {
    "more from ", "more on this", "read the full", "watch now", "watch more", "listen:", "sign up", "subscribe to",
    "follow us", "follow @", "click here to", "scroll down", "get the latest", "don't miss", "return to ", "back to ",
    "photo ", "zurück", "teilen", "posted in", "this article was", "see also", "top of page", "view all",
    "print this", "à lire", "advertisement", "anzeige", "werbung", "zum thema", "stand:", "quelle:", "reporting by",
    "last updated", "last modified", "first published", "originally published", "last reviewed", "page last updated",
    "share this"};
// clang-format on

/// Whole lines.
// clang-format off
constexpr std::string_view kNotesHeads[] = {
    "notes to editors", "notes to editor", "note to editors", "note to editor", "notes for editors",
    "note for editors", "notes for editor", "editor's notes", "editors' notes", "editor’s notes", "editors’ notes",
    "editors notes", "editor's note", "editor’s note", "notes to the editor", "notes to news editors", "ends",
    "-ends-", "- ends -", "ends -", "–ends–", "– ends –", "—ends—", "*ends*", "** ends **", "##", "###", "# # #",
    "media enquiries", "media enquiry", "press enquiries", "media contact", "media contacts", "press contact",
    "press contacts", "for media enquiries", "contact for media", "comments", "leave a comment", "leave a reply",
    "kommentare", "commentaires", "comentarios", "commenti", "press office contact", "media contact details",
    "pressekontakt", "contact presse", "contacto de prensa"};
// clang-format on

/// Whole lines.
// clang-format off
constexpr std::string_view kLeadingHeads[] = {
    "related articles", "related stories", "related news", "related content", "related posts", "related links",
    "related", "related topics", "read more", "more news", "more stories", "more like this", "latest news",
    "other news", "recent news", "recent posts", "most popular", "most read", "most recent", "top stories",
    "you may also like", "you might also like", "you may also be interested in", "recommended", "recommended for you",
    "share this article", "share this page", "share this story", "share this news", "share this", "share",
    "about the author", "tags", "topics", "sign up to our newsletter", "stay connected", "follow us",
    "job of the day", "latest jobs", "is this page useful", "was this page helpful", "was this page useful",
    "explore the topic", "published in", "auch interessant", "mehr zum thema", "weitere artikel", "weitere meldungen",
    "ähnliche artikel", "ähnliche beiträge", "das könnte sie auch interessieren", "neueste artikel",
    "weiterführende informationen", "articles similaires", "sur le même sujet", "à lire aussi",
    "noticias relacionadas", "temas relacionados", "artículos relacionados", "te puede interesar",
    "articoli correlati", "leggi anche"};
// clang-format on

std::string_view without_end_signs(std::string_view line) {
  while (!line.empty() && (line.back() == ':' || line.back() == ' ' || line.back() == '.' || line.back() == '!'))
    line.remove_suffix(1);
  return line;
}

// clang-format off
constexpr std::string_view kDateWords[] = {
    "published", "posted", "updated", "date", "on", "am", "pm", "uhr", "vom", "datum", "stand", "publié", "le",
    "publicado", "el", "at", "release", "news", "added", "created", "written", "last", "first"};
// clang-format on

/// Letters of the words in `text` that dates do not have about them.
std::size_t foreign_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find_first_of(" :,-|/.()[]", at), text.size());
    const std::string word = ascii_lower(text.substr(at, end - at));
    if (std::find(std::begin(kDateWords), std::end(kDateWords), word) == std::end(kDateWords)) letters += word.size();
    at = end + 1;
  }
  return letters;
}

}  // namespace

bool leads_away(std::string_view line) {
  if (line.empty()) return false;
  const auto begins = [&](std::string_view beginning) {
    return line.front() == beginning.front() && line.starts_with(beginning);
  };
  if (std::any_of(std::begin(kAwayBeginnings), std::end(kAwayBeginnings), begins)) return true;
  const bool is_sentence = line.back() == '.' && std::count(line.begin(), line.end(), ' ') >= 5;
  return !is_sentence && std::any_of(std::begin(kAwayUnlessSentence), std::end(kAwayUnlessSentence), begins);
}

Appendix appendix_of(std::string_view line) {
  line = without_end_signs(line);
  if (std::find(std::begin(kNotesHeads), std::end(kNotesHeads), line) != std::end(kNotesHeads)) return Appendix::notes;
  const bool leads = std::find(std::begin(kLeadingHeads), std::end(kLeadingHeads), line) != std::end(kLeadingHeads);
  return leads ? Appendix::leading : Appendix::none;
}

bool is_only_date(std::string_view line) {
  if (line.size() > 60 || line.find_first_of("0123456789") == std::string_view::npos) return false;
  const auto found = find_page_date(line);
  if (!found) return false;
  std::string rest(line.substr(0, found->begin));
  rest += ' ';
  rest += line.substr(found->end);
  return foreign_letters(rest) < 4;
}

bool is_date_label(std::string_view line) {
  return line.size() <= 30 && line.ends_with(':') && foreign_letters(line) == 0;
}

}  // namespace council_news::page
