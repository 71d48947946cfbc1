#include <array>
#include <iostream>

#include <fmt/core.h>

#include "common/text/month_names.h"
#include "common/text/terminal.h"
#include "common/text/utf8.h"
#include "searcher/output/markup.h"
#include "searcher/output/writer.h"

namespace council_news {
namespace {

constexpr std::array<const char*, 7> kWeekdays{"Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"};  // 1970-01-01 first
constexpr std::int64_t kSecondsPerDay = 86400;

/// The date format of RFC 822, as RSS requires.
std::string mail_date(Timestamp moment) {
  const Day day = utc_day_of(moment.seconds);
  const std::int64_t days = days_from_epoch(day);
  const std::int64_t seconds = moment.seconds - days * kSecondsPerDay;
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} GMT",
                     kWeekdays[static_cast<std::size_t>((days % 7 + 7) % 7)], day.day, month_abbreviation(day.month),
                     day.year, seconds / 3600, seconds / 60 % 60, seconds % 60);
}

/// Plain text as HTML: paragraphs separated by an empty line, lines by a break.
std::string paragraphs(std::string_view text) {
  std::string html;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find("\n\n", begin), text.size());
    std::string paragraph = escape_markup(trim(text.substr(begin, end - begin)));
    for (std::size_t at = 0; (at = paragraph.find('\n', at)) != std::string::npos; at += 4)
      paragraph.replace(at, 1, "<br>");
    if (!paragraph.empty()) html += "<p>" + paragraph + "</p>";
    begin = end + 2;
  }
  return html;
}

/// The origin of an article, which RSS requires next to its outlet: its feed, else its site.
std::string origin_of(const Article& article) {
  if (const std::string feed = safe_link(article.source); !feed.empty()) return feed;
  const std::string link = safe_link(article.url);
  const std::size_t host = link.find("//");
  return link.empty() ? "http://localhost/" : link.substr(0, link.find('/', host + 2)) + "/";
}

/// RSS 2.0 with Dublin Core for authors and for dates without a time, and content:encoded for the full text.
class RssWriter : public Writer {
 public:
  RssWriter(const Style& style, std::ostream& out) : style_(style), out_(out) {}

  void begin() override {
    if (!style_.title.empty()) begin_channel(style_.title, "New results of saved searches");
  }

  void begin_answer(const Answer& answer) override {
    if (style_.title.empty()) begin_channel("Council news: " + answer.query, answer.read_as);
  }

  void hit(const Answer&, const Hit& hit) override {
    const Article& article = hit.article;
    out_ << "<item>\n";
    // RSS requires a title or a description.
    const bool nothing = trim(for_terminal(article.title + article.summary + article.body)).empty();
    element("title", nothing ? "(no headline)" : squeeze(article.title));
    const std::string link = safe_link(article.url);
    element("link", link);
    if (const std::string guid = escape_markup(article.guid); !trim(guid).empty())
      out_ << "<guid isPermaLink=\"false\">" << guid << "</guid>\n";
    if (article.published && !is_in_future(*article.published)) date_element(*article.published);
    if (article.updated) element("dcterms:modified", format_timestamp(*article.updated));
    for (const std::string& author : article.authors) element("dc:creator", author);
    for (const std::string& category : article.categories) element("category", category);
    for (const std::string& search : hit.searches)
      out_ << "<category domain=\"council-search\">" << escape_markup(search) << "</category>\n";
    const bool summary = !article.summary.empty() && !article.body.empty();
    element("description", summary ? paragraphs(article.summary) : paragraphs(article.body + article.summary));
    if (summary) element("content:encoded", paragraphs(article.body));
    // Without it a reader would mistake this feed for the outlet.
    out_ << "<source url=\"" << escape_markup(origin_of(article)) << "\">" << escape_markup(article.outlet)
         << "</source>\n";
    out_ << "</item>\n";
  }

  void end_answer(const Answer&) override {
    if (style_.title.empty()) end_channel();
  }

  void end() override {
    if (!style_.title.empty()) end_channel();
  }

 private:
  void element(const char* name, std::string_view text) {
    const std::string escaped = escape_markup(text);
    if (!trim(escaped).empty()) out_ << '<' << name << '>' << escaped << "</" << name << ">\n";
  }

  /// Feed readers hide an item until its date, or keep it on top until then.
  bool is_in_future(Timestamp moment) const { return moment.seconds > style_.now.seconds + kSecondsPerDay; }

  /// RSS dates need a time of day; Dublin Core dates do not.
  void date_element(Timestamp moment) {
    if (moment.precision == Precision::day)
      element("dc:date", format_timestamp(moment));
    else
      element("pubDate", mail_date(moment));
  }

  void begin_channel(const std::string& title, const std::string& description) {
    out_ << "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<rss version=\"2.0\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" "
            "xmlns:dcterms=\"http://purl.org/dc/terms/\" "
            "xmlns:content=\"http://purl.org/rss/1.0/modules/content/\">\n<channel>\n";
    element("title", title);
    element("link", "http://localhost/");
    element("description", description.empty() ? title : description);
    element("language", "en-GB");
    element("lastBuildDate", mail_date(style_.now));
    element("generator", "council-search");
  }

  void end_channel() { out_ << "</channel>\n</rss>\n"; }

  Style style_;
  std::ostream& out_;
};

}  // namespace

std::unique_ptr<Writer> make_rss_writer(const Style& style, std::ostream& out) {
  return std::make_unique<RssWriter>(style, out);
}

}  // namespace council_news
