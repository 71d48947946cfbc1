#include "indexer/read/scraped_text/marker_table.h"

#include <limits>

namespace council_news {
namespace {

constexpr std::size_t kAnyLength = std::numeric_limits<std::size_t>::max();
constexpr LineRole kEnd = LineRole::end;
constexpr LineRole kPause = LineRole::pause;
constexpr LineRole kFurniture = LineRole::furniture;
constexpr LineRole kCaption = LineRole::caption;
constexpr LineRole kAside = LineRole::aside;
constexpr LineRole kAdvert = LineRole::advert;
constexpr LineRole kTags = LineRole::tags;

// clang-format off
constexpr Marker kPhrases[] = {
    // The article says itself that it is over.
    {"ends", kEnd}, {"end", kEnd}, {"notes to editors *", kEnd}, {"note to editors *", kEnd},
    {"notes for editors *", kEnd}, {"note for editors *", kEnd}, {"notes to editor *", kEnd},
    {"editors notes *", kEnd, 4}, {"editors note", kEnd}, {"notes to news editors", kEnd}, {"background notes", kEnd},
    {"notes", kEnd}, {"media contacts *", kEnd, 4}, {"media contact *", kEnd, 4}, {"media enquiries *", kEnd, 4},
    {"press contacts *", kEnd, 4}, {"press contact *", kEnd, 4}, {"press enquiries *", kEnd, 4},
    {"press office contact *", kEnd, 4}, {"contact details", kEnd}, {"contact information", kEnd},
    {"for media enquiries *", kEnd, kAnyLength}, {"for press enquiries *", kEnd, kAnyLength},
    {"for further press information *", kEnd, kAnyLength},
    // Other articles: at the end of an article as a rule, but newspapers put such boxes into the middle of it too.
    {"related", kPause}, {"related article *", kPause, 3}, {"related articles *", kPause, 4}, {"related content", kPause},
    {"related coverage", kPause}, {"related items", kPause}, {"related links", kPause}, {"related news *", kPause, 4},
    {"related pages", kPause}, {"related posts *", kPause, 4}, {"related reading", kPause}, {"related stories *", kPause, 4},
    {"related topics *", kPause, 4}, {"similar articles", kPause}, {"similar stories", kPause}, {"similar news", kPause},
    {"you may also like *", kPause}, {"you may like *", kPause, 5}, {"you might also like *", kPause}, {"you may also be interested in *", kPause},
    {"you might also be interested in *", kPause}, {"you may be interested in *", kPause}, {"more on this story", kPause},
    {"more on this topic", kPause}, {"more like this", kPause}, {"more news", kPause}, {"more news from *", kPause, 8},
    {"more from *", kPause, 8}, {"more stories *", kPause, 8}, {"more articles *", kPause, 8}, {"more headlines", kPause},
    {"more local news", kPause}, {"more top stories", kPause}, {"most popular *", kPause, 5}, {"most read *", kPause, 5},
    {"most viewed *", kPause, 5}, {"most commented *", kPause, 4}, {"most shared *", kPause, 4}, {"most recent *", kPause, 4},
    {"popular articles", kPause}, {"popular now", kPause}, {"popular posts", kPause}, {"popular stories", kPause},
    {"popular this week", kPause}, {"trending", kPause}, {"trending now", kPause}, {"trending stories", kPause},
    {"latest articles", kPause}, {"latest headlines", kPause}, {"latest news *", kPause, 5}, {"latest posts", kPause},
    {"latest stories", kPause}, {"latest from *", kPause, 6}, {"the latest from *", kPause, 6}, {"recent articles", kPause},
    {"recent news", kPause}, {"recent posts", kPause}, {"recent stories", kPause}, {"top stories *", kPause, 4},
    {"other news *", kPause, 4}, {"other stories *", kPause, 5}, {"in other news", kPause}, {"also in the news", kPause},
    {"also in news", kPause}, {"also in this section", kPause}, {"elsewhere on *", kPause, 6}, {"editors picks *", kPause, 4},
    {"editors choice", kPause}, {"dont miss", kPause}, {"recommended", kPause}, {"recommended for you", kPause},
    {"recommended reading", kPause}, {"recommended stories", kPause}, {"what to read next", kPause}, {"read next", kPause},
    {"up next", kPause}, {"next article *", kPause}, {"next post *", kPause}, {"next story *", kPause},
    {"previous article *", kPause}, {"previous post *", kPause}, {"previous story *", kPause}, {"previous next", kPause},
    {"around the web", kPause}, {"from around the web", kPause}, {"sponsored links", kPause}, {"sponsored content", kPause},
    {"promoted stories", kPause}, {"promoted content", kPause}, {"features and analysis", kPause},
    // Readers' words.
    {"comments", kEnd}, {"# comment", kEnd}, {"# comments", kEnd}, {"comments #", kEnd}, {"no comments *", kEnd, 10},
    {"readers comments", kEnd}, {"reader comments", kEnd}, {"comments are closed *", kEnd},
    {"comments on this *", kEnd, 6}, {"comment on this *", kEnd, 6}, {"add a comment", kEnd},
    {"add your comment *", kEnd, 5}, {"add comment", kEnd}, {"leave a comment *", kEnd, 5},
    {"leave a reply *", kEnd, 5}, {"leave your comment *", kEnd, 5}, {"post a comment", kEnd}, {"post comment", kEnd},
    {"write a comment", kEnd}, {"view comments *", kEnd, 4}, {"show comments *", kEnd, 4},
    {"join the conversation *", kEnd, 6}, {"join the debate", kEnd}, {"log in to comment *", kEnd},
    {"sign in to comment *", kEnd}, {"you must be logged in to *", kEnd, kAnyLength},
    {"your email address will not be published *", kEnd, kAnyLength},
    // Jobs, magazines, bulletins, events.
    {"latest jobs *", kEnd, 6}, {"latest vacancies *", kEnd, 6}, {"featured job *", kEnd, 5},
    {"featured jobs *", kEnd, 5}, {"featured vacancies", kEnd}, {"job of the week", kEnd}, {"jobs of the week", kEnd},
    {"job vacancies *", kEnd, 5}, {"jobs board", kEnd}, {"job board", kEnd}, {"jobs by email", kEnd},
    {"search jobs *", kEnd, 6}, {"find a job *", kEnd, 6}, {"find your next job *", kEnd, 8},
    {"browse jobs *", kEnd, 6}, {"browse all jobs *", kEnd, 6}, {"see all jobs *", kEnd, 6},
    {"view all jobs *", kEnd, 6}, {"more jobs *", kEnd, 5}, {"top jobs *", kEnd, 5}, {"current vacancies *", kEnd, 5},
    {"recruitment", kEnd}, {"latest issue *", kEnd, 10}, {"current issue *", kEnd, 8}, {"in this issue *", kEnd, 4},
    {"this issue also contains *", kEnd, kAnyLength}, {"this months issue *", kEnd, 6},
    {"read the latest issue *", kEnd, 10}, {"read the magazine *", kEnd, 6}, {"the magazine", kEnd},
    {"register for your free *", kEnd}, {"for your free *", kEnd}, {"*free daily news bulletin*", kEnd},
    {"*free magazine*", kEnd}, {"*free weekly newsletter*", kEnd}, {"upcoming events *", kEnd, 5},
    {"forthcoming events *", kEnd, 5}, {"about the author *", kEnd, 5}, {"about the authors", kEnd},
    {"about this website", kEnd}, {"about us", kEnd}, {"contact us", kEnd}, {"follow us *", kEnd, 8},
    {"find us on *", kEnd, 8}, {"connect with us *", kEnd, 8}, {"quick links", kEnd}, {"useful links", kEnd},
    {"site map", kEnd}, {"sitemap", kEnd}, {"privacy policy *", kEnd, 8}, {"privacy notice *", kEnd, 8},
    {"privacy", kEnd}, {"terms and conditions *", kEnd, 10}, {"terms of use *", kEnd, 10}, {"cookie policy *", kEnd, 8},
    {"cookies", kEnd}, {"back to top", kEnd}, {"return to top", kEnd}, {"back to news *", kEnd, 5},
    {"back to all news *", kEnd, 5}, {"all rights reserved *", kEnd, 20}, {"*all rights reserved", kEnd, 30},
    {"advertise with us", kEnd}, {"explore more on these topics", kEnd},
    // Signs of a page that can stand anywhere in it.
    {"advertisement", kFurniture}, {"advert", kFurniture}, {"ad", kFurniture}, {"sponsored", kFurniture},
    {"article continues below *", kFurniture}, {"story continues below *", kFurniture},
    {"continue reading *", kFurniture, 8}, {"scroll down *", kFurniture}, {"skip to *", kFurniture, 6},
    {"jump to *", kFurniture, 4}, {"share", kFurniture}, {"shares", kFurniture}, {"# shares", kFurniture},
    {"# views", kFurniture}, {"# likes", kFurniture}, {"share close *", kFurniture, 6}, {"share on *", kFurniture},
    {"share page *", kFurniture}, {"share the *", kFurniture, 5}, {"share this *", kFurniture, 8},
    {"share via *", kFurniture}, {"share with *", kFurniture, 5}, {"about sharing *", kFurniture, 5},
    {"click to share *", kFurniture}, {"click here to *", kFurniture, 16}, {"copy link *", kFurniture, 6},
    {"copy this link *", kFurniture, kAnyLength}, {"email this *", kFurniture, 8}, {"email to a friend", kFurniture},
    {"send to a friend", kFurniture}, {"print this *", kFurniture, 5}, {"print page", kFurniture},
    {"print version *", kFurniture, 4}, {"save article *", kFurniture, 4}, {"save this *", kFurniture, 4},
    {"save for later", kFurniture}, {"bookmark this *", kFurniture, 4}, {"listen to this article *", kFurniture},
    {"listen to article *", kFurniture}, {"this article is more than *", kFurniture}, {"# min read *", kFurniture, 6},
    {"# minute read *", kFurniture, 6}, {"# minutes read *", kFurniture, 6}, {"# minutes ago *", kFurniture, 6},
    {"# mins ago *", kFurniture, 6}, {"# hours ago *", kFurniture, 6}, {"# hour ago *", kFurniture, 6},
    {"# days ago *", kFurniture, 6}, {"# day ago *", kFurniture, 6}, {"# weeks ago *", kFurniture, 6},
    {"reading time *", kFurniture, 6}, {"time to read *", kFurniture, 6}, {"estimated reading time *", kFurniture, 8},
    {"newsletter *", kFurniture, 5}, {"newsletters", kFurniture}, {"sign up *", kFurniture, 30},
    {"signup *", kFurniture, 12}, {"subscribe *", kFurniture, 24}, {"register *", kFurniture, 3},
    {"register now *", kFurniture}, {"register for free *", kFurniture}, {"register to *", kFurniture, 20},
    {"already a subscriber *", kFurniture, 20}, {"already registered *", kFurniture, 20},
    {"already have an account *", kFurniture, 20}, {"log in *", kFurniture, 6}, {"login *", kFurniture, 6},
    {"sign in *", kFurniture, 8}, {"my account", kFurniture}, {"*to your inbox*", kFurniture, 50},
    {"*in your inbox*", kFurniture, 50}, {"*our newsletter*", kFurniture, 40},
    {"*our free newsletter*", kFurniture, 40}, {"*our daily newsletter*", kFurniture, 40},
    {"*our weekly newsletter*", kFurniture, 40}, {"*our email newsletter*", kFurniture, 40},
    {"*our email bulletin*", kFurniture, 40}, {"*daily news bulletin*", kFurniture, 20},
    {"*you can unsubscribe *", kFurniture, kAnyLength}, {"*unsubscribe at any time*", kFurniture, kAnyLength},
    {"enter your email *", kFurniture}, {"email address", kFurniture}, {"your email address *", kFurniture, 8},
    {"*support quality journalism*", kFurniture, kAnyLength}, {"*support our journalism*", kFurniture, kAnyLength},
    {"like us on *", kFurniture}, {"*on twitter", kFurniture, 8}, {"*on facebook", kFurniture, 8},
    {"*we use cookies*", kFurniture, kAnyLength}, {"*uses cookies*", kFurniture, kAnyLength},
    {"*use of cookies*", kFurniture, kAnyLength}, {"*cookies to *", kFurniture, kAnyLength},
    {"*your cookie *", kFurniture, kAnyLength}, {"*cookie settings*", kFurniture, 40},
    {"*cookie preferences*", kFurniture, 40}, {"*manage cookies*", kFurniture, 40},
    {"*accept cookies*", kFurniture, 40}, {"*accept all cookies*", kFurniture, 40},
    {"*cookies on this *", kFurniture, 40}, {"*cookies on our *", kFurniture, 40},
    {"by continuing to use *", kFurniture, kAnyLength}, {"by continuing to browse *", kFurniture, kAnyLength},
    {"by using this site *", kFurniture, kAnyLength}, {"accept all", kFurniture}, {"reject all", kFurniture},
    {"*javascript *", kFurniture, 40}, {"*your browser *", kFurniture, 40}, {"this page is available in *", kFurniture},
    {"you are here *", kFurniture, 20}, {"opens in new window", kFurniture},
    {"this video can not be played *", kFurniture}, {"media playback is unsupported *", kFurniture},
    {"view original *", kFurniture, 6}, {"view gallery *", kFurniture, 6}, {"open in gallery *", kFurniture, 6},
    {"more details", kFurniture},
    // Pictures.
    {"image source *", kCaption, 16}, {"image caption *", kCaption, 40}, {"image copyright *", kCaption, 16},
    {"image credit *", kCaption, 16}, {"photo credit *", kCaption, 16}, {"picture credit *", kCaption, 16},
    {"media caption *", kCaption, 40}, {"photo by *", kCaption, 16}, {"photos by *", kCaption, 16},
    {"photograph by *", kCaption, 16}, {"photography by *", kCaption, 16}, {"picture by *", kCaption, 16},
    {"pictures by *", kCaption, 16}, {"image by *", kCaption, 16}, {"images by *", kCaption, 16},
    {"image via *", kCaption, 16}, {"image courtesy *", kCaption, 16}, {"photo courtesy *", kCaption, 16},
    {"picture courtesy *", kCaption, 16}, {"pictured left *", kCaption, 60}, {"pictured right *", kCaption, 60},
    {"pictured from left *", kCaption, 60}, {"pictured above *", kCaption, 60}, {"pictured l r *", kCaption, 60},
    {"getty images *", kCaption, 5}, {"*getty images", kCaption, 14}, {"*shutterstock", kCaption, 14},
    {"*shutterstock com", kCaption, 14}, {"*istock", kCaption, 14}, {"*alamy", kCaption, 14},
    {"*google street view", kCaption, 14}, {"*google maps", kCaption, 14}, {"*pa wire", kCaption, 14},
    {"*wikimedia commons", kCaption, 16}, {"*creative commons*", kCaption, 20},
    // Jobs.
    {"apply now *", kAdvert, 6}, {"apply for this job *", kAdvert, 6}, {"apply online *", kAdvert, 5},
    {"view job *", kAdvert, 4}, {"view details and apply", kAdvert},
    // Pointers to other articles.
    {"read more *", kAside, 30}, {"read also *", kAside, 30}, {"also read *", kAside, 30}, {"see also *", kAside, 30},
    {"find out more", kAside}, {"more on this *", kAside, 20}, {"watch now *", kAside, 20}, {"full story *", kAside, 5},
    // Tags.
    {"tags", kTags}, {"related tags", kTags}, {"article tags", kTags}, {"keywords", kTags}, {"tagged with", kTags}, {"filed under", kTags},
};
// clang-format on

}  // namespace

std::span<const Marker> phrase_markers() { return kPhrases; }

}  // namespace council_news
