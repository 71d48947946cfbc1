#include <algorithm>
#include <array>
#include <iostream>

#include <fmt/core.h>

#include "common/text/utf8.h"
#include "searcher/answer/word_diff.h"
#include "searcher/output/about.h"
#include "searcher/output/changes_text.h"
#include "searcher/output/markup.h"
#include "searcher/output/svg_timeline.h"
#include "searcher/output/writer.h"

namespace council_news {
namespace {

constexpr std::size_t kMaxFacetRows = 12;

/// Light and dark, for phones, screens and paper. No scripts and no external resources.
constexpr const char* kStyle = R"css(
:root{color-scheme:light dark;--ink:#1c2024;--soft:#5b6570;--line:#d9dee3;--paper:#fff;--link:#0b57a4;--bar:#2f6fb0;--mark:#fff0b3}
@media (prefers-color-scheme:dark){:root{--ink:#e6e9ec;--soft:#9aa5b1;--line:#39424b;--paper:#15191d;--link:#8ab8ee;--bar:#6aa5e3;--mark:#5c4a00}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:52rem;padding:1.2rem 1rem 3rem;font:1rem/1.5 system-ui,sans-serif;color:var(--ink);background:var(--paper);overflow-wrap:anywhere}
h1{font-size:1.5rem;line-height:1.25;margin:.2rem 0}h2{font-size:1.15rem;margin:2rem 0 .5rem}h3{font-size:1.05rem;line-height:1.3;margin:0}
a{color:var(--link)}p{margin:.4rem 0}.soft{color:var(--soft);font-size:.9rem}
mark{background:var(--mark);color:inherit;border-radius:.15em;padding:0 .1em}
ol.hits{list-style:none;margin:0;padding:0}ol.hits>li{border-top:1px solid var(--line);padding:.9rem 0;break-inside:avoid}
.facets{display:grid;grid-template-columns:repeat(auto-fit,minmax(18rem,1fr));gap:0 2rem}
.facets section{break-inside:avoid}table{border-collapse:collapse;width:100%;font-size:.9rem}
td{padding:.1rem .5rem .1rem 0;vertical-align:middle;overflow-wrap:break-word}td:last-child{text-align:right;padding-right:0;font-variant-numeric:tabular-nums;width:3.5rem}
td svg{display:block;width:100%;height:.55rem}
rect{fill:var(--bar)}.axis{stroke:var(--line)}svg text{fill:var(--soft);font:11px system-ui,sans-serif}
figure{margin:.5rem 0;overflow-x:auto}figure svg{display:block;width:100%;min-width:20rem;height:auto}
@media (max-width:36rem){svg text{font-size:19px}}
article p{margin:.9rem 0}article p.soft{margin:.4rem 0}
@media print{:root{--ink:#000;--soft:#444;--line:#bbb;--paper:#fff;--link:#000;--bar:#555;--mark:#eee}body{max-width:none;padding:0;font-size:10.5pt}
a{text-decoration:none}h1 a::after,h3 a::after{content:attr(href);display:block;font:9pt/1.3 system-ui,sans-serif;color:var(--soft)}
h2,h3{break-after:avoid}tr,figure{break-inside:avoid}}
)css";

/// Text with matches marked; `ranges` in characters.
std::string marked(std::string_view text, const std::vector<std::pair<std::size_t, std::size_t>>& ranges) {
  std::string html;
  std::size_t at = 0;
  std::size_t character = 0;
  const auto escaped_up_to = [&](std::size_t wanted) {
    const std::size_t begin = at;
    for (; character < wanted && at < text.size(); ++character) next_code_point(text, at);
    return escape_markup(text.substr(begin, at - begin));
  };
  for (const auto& [begin, end] : ranges) {
    html += escaped_up_to(begin);
    html += "<mark>" + escaped_up_to(end) + "</mark>";
  }
  return html + escape_markup(text.substr(at));
}

class HtmlWriter : public Writer {
 public:
  HtmlWriter(const Style& style, std::ostream& out) : style_(style), out_(out) {}

  void begin() override {
    if (!style_.title.empty()) begin_page(style_.title);
  }

  void begin_answer(const Answer& answer) override {
    begun_hits_ = false;
    if (answer.history) return write_changes(*answer.history);
    if (answer.whole) return;
    const bool alone = style_.title.empty();
    if (alone) begin_page(answer.query);
    const char* level = alone ? "h1" : "h2";
    const std::string heading = alone ? answer.query : answer.name + ": " + answer.query;
    out_ << fmt::format("<{0}>{1}</{0}>\n", level, escape_markup(heading));
    out_ << fmt::format("<p class=\"soft\">{}{} {}{}{}</p>\n", answer.exact ? "" : "about ", answer.total,
                        alone ? "" : "new ", answer.total == 1 ? "article" : "articles",
                        answer.read_as.empty() ? "" : " · read as: " + escape_markup(answer.read_as));
    for (const std::string& warning : answer.warnings)
      out_ << "<p class=\"soft\">" << escape_markup(warning) << "</p>\n";
    if (answer.relaxed) out_ << "<p>No article has all of these words. Closest matches:</p>\n";
    if (!answer.timeline.empty())
      out_ << "<h2>Over time</h2>\n<figure>" << svg_timeline(answer.timeline, style_.share) << "</figure>\n";
    write_facets(answer.facets);
  }

  void hit(const Answer& answer, const Hit& hit) override {
    if (answer.whole) return write_article(hit);
    if (!begun_hits_) out_ << (style_.title.empty() ? "<h2>Articles</h2>\n" : "") << "<ol class=\"hits\">\n";
    begun_hits_ = true;
    const Article& article = hit.article;
    std::string title = marked(article.title, hit.title_matches);
    if (trim(title).empty()) title = "(no headline)";
    out_ << "<li>\n<h3>" << anchor(article.url, title) << "</h3>\n";
    out_ << "<p class=\"soft\">" << escape_markup(about(article)) << "</p>\n";
    out_ << "<p>" << marked(hit.snippet, hit.matches) << "</p>\n";
    if (hit.also > 0) out_ << "<p class=\"soft\">" << escape_markup(also_in_words(hit.also, hit.also_in)) << "</p>\n";
    if (const std::string others = also_found_by(hit.searches); !others.empty())
      out_ << "<p class=\"soft\">" << escape_markup(others) << "</p>\n";
    if (!hit.reasons.empty()) {
      out_ << "<p class=\"soft\">";
      for (const Reason& reason : hit.reasons)
        out_ << fmt::format("{:.2f} {}<br>\n", reason.weight, escape_markup(reason.what));
      out_ << "</p>\n";
    }
    if (!hit.attributions.empty()) {
      out_ << "<p class=\"soft\">";
      for (const std::string& attribution : hit.attributions) out_ << escape_markup(attribution) << "<br>\n";
      out_ << "</p>\n";
    }
    out_ << "</li>\n";
  }

  void end_answer(const Answer&) override {
    if (begun_hits_) out_ << "</ol>\n";
    if (style_.title.empty()) end_page();
  }

  void end() override {
    if (!style_.title.empty()) end_page();
  }

 private:
  void begin_page(const std::string& title) {
    out_ << "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
            "<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none';style-src 'unsafe-inline'\">\n"
            "<meta name=\"referrer\" content=\"no-referrer\">\n"
         << "<title>" << escape_markup(squeeze(title)) << " – council news</title>\n<style>" << kStyle
         << "</style>\n</head>\n<body>\n";
    if (!style_.title.empty()) out_ << "<h1>" << escape_markup(style_.title) << "</h1>\n";
  }

  void end_page() {
    out_ << "<p class=\"soft\">council-search, " << long_date(style_.now) << "</p>\n</body>\n</html>\n";
  }

  static std::string anchor(const std::string& url, const std::string& html) {
    const std::string link = safe_link(url);
    return link.empty() ? html : fmt::format("<a href=\"{}\">{}</a>", escape_markup(link), html);
  }

  void write_facets(const std::vector<Facet>& facets) {
    if (facets.empty()) return;
    out_ << "<div class=\"facets\">\n";
    for (const Facet& facet : facets) {
      out_ << "<section><h2>By " << escape_markup(facet.name) << "</h2>\n<table>\n";
      std::size_t max = 1;
      for (const FacetCount& count : facet.counts) max = std::max(max, count.count);
      const bool by_time = facet.order == FacetOrder::value;
      const std::size_t rows = by_time ? facet.counts.size() : std::min(facet.counts.size(), kMaxFacetRows);
      for (std::size_t i = 0; i < rows; ++i) {
        const FacetCount& count = facet.counts[i];
        out_ << fmt::format(
            "<tr><td>{}</td><td style=\"width:30%\"><svg viewBox=\"0 0 100 10\" "
            "preserveAspectRatio=\"none\" aria-hidden=\"true\"><rect width=\"{:.1f}\" height=\"10\"/></svg>"
            "</td><td>{}</td></tr>\n",
            escape_markup(count.label), 100 * static_cast<double>(count.count) / static_cast<double>(max), count.count);
      }
      out_ << "</table>\n";
      if (rows < facet.counts.size())
        out_ << fmt::format("<p class=\"soft\">and {} more</p>\n", facet.counts.size() - rows);
      out_ << "</section>\n";
    }
    out_ << "</div>\n";
  }

  void write_article(const Hit& hit) {
    const Article& article = hit.article;
    begin_page(article.title);
    out_ << "<article>\n<h1>"
         << anchor(article.url, escape_markup(article.title.empty() ? "(no headline)" : article.title))
         << "</h1>\n<p class=\"soft\">" << escape_markup(about(article)) << "</p>\n";
    if (hit.also > 0) out_ << "<p class=\"soft\">" << escape_markup(also_in_words(hit.also, hit.also_in)) << "</p>\n";
    if (!article.body.starts_with(article.summary)) write_paragraphs(article.summary);
    write_paragraphs(article.body);
    out_ << "</article>\n";
  }

  void write_changes(const History& history) {
    const Article& article = history.article;
    begin_page(article.title);
    out_ << "<article>\n<h1>" << anchor(article.url, escape_markup(headline_of(article.title))) << "</h1>\n";
    for (const ArticleVersion& version : history.versions) {
      out_ << "<h2>" << escape_markup(version_heading(version)) << "</h2>\n";
      if (!version.title_edits.empty()) out_ << "<h3>" << edited(version.title_edits) << "</h3>\n";
      for (const std::string& remark : version_remarks(history, version))
        out_ << "<p class=\"soft\">" << escape_markup(remark) << "</p>\n";
      for (const Edits& paragraph : version.text_edits)
        out_ << "<p>" << edited(with_context(paragraph, kContext)) << "</p>\n";
    }
    out_ << "</article>\n";
  }

  static std::string edited(const Edits& edits) {
    static constexpr std::array<std::string_view, 3> kBegin{"", "<del>", "<ins>"};
    static constexpr std::array<std::string_view, 3> kEnd{"", "</del>", "</ins>"};
    std::string html;
    for (const Edit& edit : edits) {
      const auto kind = static_cast<std::size_t>(edit.kind);
      html.append(html.empty() ? "" : " ").append(kBegin[kind]).append(escape_markup(edit.text)).append(kEnd[kind]);
    }
    return html;
  }

  void write_paragraphs(std::string_view text) {
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find('\n', begin), text.size());
      const std::string_view paragraph = trim(text.substr(begin, end - begin));
      if (!paragraph.empty()) out_ << "<p>" << escape_markup(paragraph) << "</p>\n";
      begin = end + 1;
    }
  }

  Style style_;
  std::ostream& out_;
  bool begun_hits_ = false;
};

}  // namespace

std::unique_ptr<Writer> make_html_writer(const Style& style, std::ostream& out) {
  return std::make_unique<HtmlWriter>(style, out);
}

}  // namespace council_news
