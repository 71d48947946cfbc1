#include "indexer/read/page/element_hints.h"

#include <algorithm>
#include <iterator>
#include <string>
#include <unordered_map>
#include <vector>

#include "common/text/utf8.h"

namespace council_news::page {
namespace {

struct WordRow {
  Hints hints;
  std::string_view words;
};

/// Words of classes and ids. A name is split at hyphens, underscores and capitals: `relatedStories-list` is three
/// words.
constexpr WordRow kWords[] = {
    {kArticleWord,
     "article articles story post posts entry entries news blog artikel beitrag nota noticia articolo "
     "press release pressrelease newsitem blogpost richtext rte wysiwyg field node page single detail"},
    {kBodyWord,
     "body content contents text copy prose inhalt contenu contenido cuerpo texte texto testo bodytext "
     "maincontent"},
    {kArticleBody,
     "articlebody articlecontent articletext postcontent postbody entrycontent storybody storycontent "
     "storytext newscontent newsbody newstext posttext artikeltext bodycopy richtext wysiwyg"},
    {kMainContent, "main primary maincontent content contents hauptinhalt contenido"},
    {kNavigation,
     "nav navbar navigation menu submenu topmenu mainmenu megamenu breadcrumb breadcrumbs crumb crumbs "
     "pagination pager paginator paging skip skiplink skiplinks sitemap brotkrumen masthead nextprev"},
    {kShare,
     "share sharing shares sharebar sharebuttons sharethis social socials socialmedia addthis addtoany "
     "sharedaddy shariff whatsapp bookmarks teilen compartir partage partager condividi followus"},
    {kRelated,
     "related recommended recommendation recommendations recommend recirc recirculation similar trending "
     "popular mostread mostpopular mostviewed readmore morefrom morenews morestories teaser teasers outbrain "
     "taboola zergnet yarpp relatedposts upnext relacionadas relacionados verwandte weitere mehr crosslink "
     "latestnews topstories seealso readnext alsolike"},
    {kComments,
     "comment comments commentlist commentarea commentsection disqus livefyre respond replies trackback "
     "trackbacks pingback pingbacks kommentar kommentare comentarios commentaires commenti hyvor"},
    {kAdvert,
     "ad ads adv advert adverts advertisement advertisements advertising adsense adslot adbox adunit adwrapper "
     "sponsor sponsors sponsored promo promos promotion promoted promobox dfp gpt mpu leaderboard skyscraper "
     "disclosure disclosures werbung anzeige publicidad pubblicita publicite affiliate donate donation donations "
     "spenden"},
    {kNewsletter,
     "newsletter newsletters subscribe subscription subscriptions signup mailinglist mailchimp optin "
     "subscribebox abo"},
    {kConsent, "cookie cookies consent gdpr cmp onetrust cookiebar cookiebanner cookielaw cookienotice privacy"},
    {kSidebar, "sidebar sidebars rail rightrail rightcol rightcolumn aside seitenleiste marginal marginalspalte"},
    {kFooter, "footer foot footers siteinfo copyright colophon impressum disclaimer endnote"},
    {kByline,
     "byline bylines author authors authorbox authorinfo writer bio biography contributor contributors autor "
     "autoren auteur autore journalist reporter"},
    {kDateline,
     "dateline timestamp datestamp pubdate postdate publishdate publisheddate datum date dates metadata "
     "postmeta entrymeta articlemeta published updated posted postinfo"},
    {kTags, "tags tagcloud taglist hashtags keywords topics schlagworte etiquetas filed"},
    {kCaption,
     "caption captions captiontext figcaption credit credits photocredit imagecredit bildunterschrift bildunterzeile "
     "legende copyrights imagedescription imagecaption photocaption imgcaption license licence photographer"},
    {kControl,
     "button buttons btn toolbar tools popup popups modal overlay lightbox tooltip dropdown search searchbox login "
     "signin register registration print printonly printlink email rating ratings vote votes poll survey "
     "quiz cta feedback banner banners carousel slider weather captcha form noprint countdown accordeonnav "
     "paywall audioplayer"},
    {kUnseen, "sr visuallyhidden invisible offscreen hide nodisplay displaynone"},
    {kHeadline, "headline title heading titel"},
    {kSummary,
     "standfirst summary excerpt lead lede intro introduction subheadline subheading subtitle dek abstract "
     "teasertext teaser deck vorspann vorspanntext kicker description bajada entradilla chapo chapeau"},
    {kJobs, "job jobs vacancies vacancy careers recruitment stellenangebote"},
};

/// Names that have a meaning only as a whole.
constexpr WordRow kNames[] = {
    {kNavigation, "toc table-of-contents"},
    {kUnseen, "screen-reader-text visually-hidden sr-only govuk-visually-hidden element-invisible"},
    {kRelated,
     "read-more more-stories more-news more-from most-read most-popular also-read see-also read-next "
     "you-may-also-like also-like latest-news latest-posts recent-posts other-news up-next next-article "
     "previous-article post-navigation view-also"},
    {kNewsletter, "sign-up mailing-list opt-in"},
    {kSidebar, "right-column right-col left-column left-col secondary"},
    {kSidebar, "wm-ipp wm-ipp-base wm-ipp-print"},  // the toolbar in pages saved from the Wayback Machine
    {kMainContent, "main-content content-main page-content primary-content"},
    {kByline, "about-author author-bio written-by"},
    {kDateline, "entry-meta post-meta article-meta posted-on post-info post-date entry-date"},
    {kFooter, "notes-to-editors notes-to-editor editors-notes editor-notes press-contact media-contact"},
    {kTags, "tag-list post-tags entry-tags article-tags tag-links cat-links post-categories filed-under"},
    {kComments, "leave-a-reply fb-comments"},
    {kArticleBody, "the-content itemprop-articlebody"},
};

/// Prefixes of names that describe the rest of the page or the article's categories, not the element.
// clang-format off
constexpr std::string_view kIgnoredBeginnings[] = {
    "has-", "no-", "is-", "with-", "without-", "js-", "category-", "tag-", "type-", "status-", "format-", "hentry-",
    "col-", "grid-", "wp-image", "align", "elementor-widget-theme", "template-", "page-template", "single-format",
    "not-", "et_", "hide-for-", "hidden-", "show-", "max-", "min-", "md:", "sm:", "lg:", "xl:"};
// clang-format on

/// Maps words to hints. Most words of classes are not in a row; length and first letter usually rule them out.
class WordMap {
 public:
  template <std::size_t size>
  explicit WordMap(const WordRow (&rows)[size]) {
    for (const WordRow& row : rows) {
      for (std::size_t at = 0; at < row.words.size();) {
        const std::size_t end = std::min(row.words.find(' ', at), row.words.size());
        add(row.words.substr(at, end - at), row.hints);
        at = end + 1;
      }
    }
  }

  Hints find(std::string_view word) const {
    if (word.size() >= lengths_.size() || (lengths_[word.size()] & letter_bit(word)) == 0) return 0;
    const auto found = map_.find(word);
    return found == map_.end() ? 0 : found->second;
  }

 private:
  static std::uint32_t letter_bit(std::string_view word) { return 1u << (static_cast<unsigned char>(word[0]) % 32); }

  void add(std::string_view word, Hints hints) {
    if (word.size() >= lengths_.size()) lengths_.resize(word.size() + 1);
    lengths_[word.size()] |= letter_bit(word);
    map_[word] |= hints;
  }

  std::unordered_map<std::string_view, Hints> map_;
  std::vector<std::uint32_t> lengths_;  ///< first letters of the words of each length, as bits
};

const WordMap& words() {
  static const WordMap map(kWords);
  return map;
}

const WordMap& names() {
  static const WordMap map(kNames);
  return map;
}

bool is_ignored(std::string_view name) {
  return std::any_of(std::begin(kIgnoredBeginnings), std::end(kIgnoredBeginnings), [&](std::string_view beginning) {
    return name[0] == beginning[0] && name.starts_with(beginning);
  });
}

/// WordPress puts the categories of a post into its class.
bool is_blog_post(std::string_view classes) {
  return classes.find("hentry") != std::string_view::npos || classes.find("type-post") != std::string_view::npos;
}

Hints role_hints(std::string_view role) {
  if (role == "main") return kMainContent;
  if (role == "navigation" || role == "menu" || role == "menubar" || role == "tablist") return kNavigation;
  if (role == "complementary") return kSidebar;
  if (role == "contentinfo") return kFooter;
  if (role == "search" || role == "dialog" || role == "alertdialog" || role == "button" || role == "tooltip")
    return kControl;
  return 0;
}

Hints itemprop_hints(std::string_view value) {
  if (equal_ignoring_case(value, "articleBody")) return kArticleBody;
  if (equal_ignoring_case(value, "author") || equal_ignoring_case(value, "creator")) return kByline;
  return equal_ignoring_case(value, "description") ? kSummary : 0;
}

bool hides(std::string_view style) {
  for (const std::string_view rule : {"display:none", "display: none", "visibility:hidden", "visibility: hidden"}) {
    if (style.find(rule) != std::string_view::npos) return true;
  }
  return false;
}

/// The hints of all names in a class attribute.
Hints hints_of_names(std::string_view value) {
  Hints hints = 0;
  for (std::size_t at = 0; at < value.size();) {
    std::size_t end = at;
    while (end < value.size() && !is_ascii_blank(value[end])) ++end;
    if (end > at) hints |= hints_of_name(value.substr(at, end - at));
    at = end + 1;
  }
  return hints;
}

}  // namespace

Hints hints_of_name(std::string_view name) {
  if (name.empty() || name.size() > 80 || is_ignored(name)) return 0;
  const std::string lower = ascii_lower(name);
  Hints hints = names().find(lower);
  for (std::size_t at = 0; at < name.size();) {
    std::size_t end = at;
    while (end < name.size() && is_ascii_letter(name[end]) &&
           (end == at || !(is_ascii_upper(name[end]) && is_ascii_lower(name[end - 1])))) {
      ++end;
    }
    if (end > at) hints |= words().find(std::string_view(lower).substr(at, end - at));
    at = end > at ? end : end + 1;
  }
  if ((hints & kArticleWord) != 0 && (hints & kBodyWord) != 0) hints |= kArticleBody;
  return hints | words().find(lower);
}

Hints HintReader::of_class(std::string_view value) {
  const auto [row, is_new] = classes_.try_emplace(value, 0);
  if (is_new) row->second = is_blog_post(value) ? kArticleWord : hints_of_names(value);
  return row->second;
}

Hints HintReader::read(const html::Node& element) {
  Hints hints = 0;
  for (std::uint32_t i = 0; i < element.attribute_count; ++i) {
    const auto [name, value] = element.attributes[i];
    if (equal_ignoring_case(name, "class") || equal_ignoring_case(name, "data-component")) {
      hints |= of_class(value);
    } else if (equal_ignoring_case(name, "id")) {
      hints |= hints_of_names(value);
    } else if (equal_ignoring_case(name, "role")) {
      hints |= role_hints(value);
    } else if (equal_ignoring_case(name, "itemprop")) {
      hints |= itemprop_hints(value);
    } else if (equal_ignoring_case(name, "hidden") || (equal_ignoring_case(name, "aria-hidden") && value == "true") ||
               (equal_ignoring_case(name, "style") && hides(value))) {
      hints |= kUnseen;
    }
  }
  return hints;
}

}  // namespace council_news::page
