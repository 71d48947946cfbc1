#include "indexer/read/page/phrases.h"

#include <algorithm>

#include "common/text/date_reading.h"
#include "common/text/utf8.h"

namespace council_news::page {
namespace {

/// English first, then German, French, Spanish, Italian.
constexpr std::string_view kAwayBeginnings[] = {"read more",
                                                "read also",
                                                "also read",
                                                "read next",
                                                "read the full",
                                                "read:",
                                                "more:",
                                                "more on this",
                                                "more from ",
                                                "related:",
                                                "related story",
                                                "related article",
                                                "[related",
                                                "see also",
                                                "see more:",
                                                "see related",
                                                "watch:",
                                                "watch now",
                                                "watch more",
                                                "listen:",
                                                "sign up",
                                                "subscribe to",
                                                "subscribe now",
                                                "follow us",
                                                "follow @",
                                                "click here to",
                                                "share this",
                                                "advertisement",
                                                "continue reading",
                                                "story continues",
                                                "article continues",
                                                "scroll down",
                                                "get the latest",
                                                "don't miss",
                                                "you may also like",
                                                "you might also like",
                                                "recommended:",
                                                "trending:",
                                                "last updated",
                                                "last modified",
                                                "page last updated",
                                                "last reviewed",
                                                "first published",
                                                "originally published",
                                                "photo:",
                                                "photos:",
                                                "photo by",
                                                "photo credit",
                                                "photograph:",
                                                "image:",
                                                "images:",
                                                "image credit",
                                                "picture:",
                                                "pictured:",
                                                "pic:",
                                                "credit:",
                                                "(image credit",
                                                "(photo",
                                                "copyright ©",
                                                "copyright:",
                                                "©",
                                                "(c) ",
                                                "all rights reserved",
                                                "reporting by",
                                                "this article was",
                                                "filed under",
                                                "tags:",
                                                "tagged:",
                                                "categories:",
                                                "posted in",
                                                "share:",
                                                "print this",
                                                "back to top",
                                                "top of page",
                                                "return to ",
                                                "back to ",
                                                "view all",
                                                "load more",
                                                "lesen sie auch",
                                                "mehr zum thema",
                                                "mehr dazu",
                                                "auch interessant",
                                                "zum thema",
                                                "weiterlesen",
                                                "anzeige",
                                                "werbung",
                                                "foto:",
                                                "fotos:",
                                                "bild:",
                                                "bilder:",
                                                "bildquelle",
                                                "beitragsbild",
                                                "bildnachweis",
                                                "quelle:",
                                                "letzte änderung",
                                                "zuletzt aktualisiert",
                                                "zuletzt geändert",
                                                "stand:",
                                                "zurück",
                                                "teilen",
                                                "das könnte sie auch",
                                                "schlagworte:",
                                                "lire aussi",
                                                "à lire aussi",
                                                "à lire",
                                                "voir aussi",
                                                "crédit photo",
                                                "crédits photo",
                                                "photo ",
                                                "publicité",
                                                "partager",
                                                "leer también",
                                                "lee también",
                                                "lea también",
                                                "lea además",
                                                "te puede interesar",
                                                "ver también",
                                                "además:",
                                                "publicidad",
                                                "temas relacionados",
                                                "compartir",
                                                "leggi anche",
                                                "potrebbe interessarti",
                                                "pubblicità",
                                                "condividi"};

constexpr std::string_view kAppendixHeads[] = {"notes to editors",
                                               "notes to editor",
                                               "note to editors",
                                               "note to editor",
                                               "notes for editors",
                                               "note for editors",
                                               "editor's notes",
                                               "editors' notes",
                                               "editor’s notes",
                                               "editors’ notes",
                                               "editors notes",
                                               "notes for editor",
                                               "media enquiries",
                                               "media contact",
                                               "media contacts",
                                               "press contact",
                                               "press contacts",
                                               "for media enquiries",
                                               "related articles",
                                               "related stories",
                                               "related news",
                                               "related content",
                                               "related posts",
                                               "related links",
                                               "related",
                                               "read more",
                                               "more news",
                                               "more stories",
                                               "latest news",
                                               "other news",
                                               "recent news",
                                               "recent posts",
                                               "most popular",
                                               "most read",
                                               "top stories",
                                               "you may also like",
                                               "you might also like",
                                               "recommended",
                                               "recommended for you",
                                               "share this article",
                                               "share this page",
                                               "share this story",
                                               "share this",
                                               "comments",
                                               "leave a comment",
                                               "leave a reply",
                                               "about the author",
                                               "tags",
                                               "topics",
                                               "sign up to our newsletter",
                                               "job of the day",
                                               "latest jobs",
                                               "auch interessant",
                                               "mehr zum thema",
                                               "weitere artikel",
                                               "weitere meldungen",
                                               "ähnliche artikel",
                                               "ähnliche beiträge",
                                               "das könnte sie auch interessieren",
                                               "neueste artikel",
                                               "kommentare",
                                               "pressekontakt",
                                               "weiterführende informationen",
                                               "articles similaires",
                                               "sur le même sujet",
                                               "à lire aussi",
                                               "commentaires",
                                               "contact presse",
                                               "noticias relacionadas",
                                               "temas relacionados",
                                               "artículos relacionados",
                                               "comentarios",
                                               "te puede interesar",
                                               "articoli correlati",
                                               "leggi anche",
                                               "commenti"};

std::string_view without_end_signs(std::string_view line) {
  while (!line.empty() && (line.back() == ':' || line.back() == ' ' || line.back() == '.' || line.back() == '!'))
    line.remove_suffix(1);
  return line;
}

constexpr std::string_view kDateWords[] = {"published", "posted", "updated", "date",  "on",     "am",      "pm",
                                           "uhr",       "vom",    "datum",   "stand", "publié", "le",      "publicado",
                                           "el",        "at",     "release", "news",  "added",  "created", "written"};

}  // namespace

bool leads_away(std::string_view line) {
  return std::any_of(std::begin(kAwayBeginnings), std::end(kAwayBeginnings),
                     [&](std::string_view beginning) { return line.substr(0, beginning.size()) == beginning; });
}

bool heads_appendix(std::string_view line) {
  return std::find(std::begin(kAppendixHeads), std::end(kAppendixHeads), without_end_signs(line)) !=
         std::end(kAppendixHeads);
}

bool is_only_date(std::string_view line) {
  if (line.size() > 60 || line.find_first_of("0123456789") == std::string_view::npos) return false;
  const auto found = find_page_date(line);
  if (!found) return false;
  std::string rest(line.substr(0, found->begin));
  rest += ' ';
  rest += line.substr(found->end);
  std::size_t letters = 0;
  for (std::size_t at = 0; at < rest.size();) {
    const std::size_t end = std::min(rest.find_first_of(" :,-|/.()[]", at), rest.size());
    const std::string word = ascii_lower(std::string_view(rest).substr(at, end - at));
    if (std::find(std::begin(kDateWords), std::end(kDateWords), word) == std::end(kDateWords)) letters += word.size();
    at = end + 1;
  }
  return letters < 4;
}

}  // namespace council_news::page
