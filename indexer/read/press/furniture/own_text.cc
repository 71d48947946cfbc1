#include "indexer/read/press/furniture/own_text.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/read/press/furniture/article_end.h"
#include "indexer/read/press/furniture/furniture.h"

namespace council_news::press {
namespace {

constexpr std::size_t kMaxHeadingWords = 5;
/// `Read more` on its own: the links are the headlines after it.
constexpr std::size_t kMaxLinkHeadWords = 3;

constexpr auto kEffects = [] {
  std::array<Effect, static_cast<std::size_t>(Furniture::count_)> effects{};
  effects.fill(Effect::drop);
  const auto set = [&](Furniture role, Effect effect) { effects[static_cast<std::size_t>(role)] = effect; };
  set(Furniture::none, Effect::none);
  for (const Furniture role : {Furniture::end, Furniture::notes, Furniture::contact, Furniture::comments,
                               Furniture::jobs, Furniture::bulletin, Furniture::author})
    set(role, Effect::end);
  set(Furniture::ad, Effect::ad);
  set(Furniture::related, Effect::box);
  set(Furniture::tags, Effect::box);
  set(Furniture::advert, Effect::advert);
  set(Furniture::site, Effect::footer);
  return effects;
}();

struct TextLine {
  std::string_view text;
  bool prose = false;
  bool jobs = false;
  std::size_t words = 0;
  bool formal = false;
  Effect effect = Effect::none;
};

std::vector<TextLine> read_lines(const std::vector<std::string_view>& texts) {
  std::vector<TextLine> lines;
  lines.reserve(texts.size());
  std::string buffer;
  for (const std::string_view text : texts) {
    const Line read = read_line(text, buffer);
    const Furniture role = furniture_of(read);
    const bool heads_links = role == Furniture::link && read.words <= kMaxLinkHeadWords;
    lines.push_back({.text = text,
                     .prose = read.prose,
                     .jobs = names_jobs(read.key, read.words),
                     .words = read.words,
                     .formal = is_formal_end(role),
                     .effect = heads_links ? Effect::box : effect_of(role)});
  }
  return lines;
}

bool heads_adverts(const std::vector<TextLine>& lines, std::size_t at) {
  if (!lines[at].jobs) return false;
  const std::size_t end = std::min(lines.size(), at + 1 + kLinesToAdvert);
  return std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(at) + 1,
                     lines.begin() + static_cast<std::ptrdiff_t>(end),
                     [](const TextLine& line) { return line.effect == Effect::advert; });
}

bool is_own_prose(const TextLine& line) { return line.prose && line.effect == Effect::none; }

LineWeight weight_of(const TextLine& line) {
  using Kind = LineWeight::Kind;
  if (line.effect == Effect::none) return {line.prose ? Kind::prose : Kind::other, line.words};
  if (line.effect == Effect::drop || line.effect == Effect::ad) return {Kind::dropped, line.words};
  return {line.formal ? Kind::formal_mark : Kind::mark, line.words};
}

std::vector<LineWeight> weights_of(const std::vector<TextLine>& lines) {
  std::vector<LineWeight> weights(lines.size());
  std::transform(lines.begin(), lines.end(), weights.begin(), weight_of);
  return weights;
}

/// Selects the article's own lines.
class Chooser {
 public:
  explicit Chooser(const std::vector<TextLine>& lines)
      : lines_(lines),
        weights_(weights_of(lines)),
        end_(weights_),
        prose_end_(static_cast<std::size_t>(std::find_if(lines.rbegin(), lines.rend(), is_own_prose).base() -
                                            lines.begin())) {}

  std::vector<std::size_t> choose() {
    for (std::size_t at = 0; at < lines_.size() && !over_; ++at) take(at);
    return std::move(own_);
  }

 private:
  void take(std::size_t at) {
    const TextLine& line = lines_[at];
    Effect effect = heads_adverts(lines_, at) ? Effect::end : line.effect;
    if (effect == Effect::footer) {
      std::size_t next = at + 1;
      while (next < lines_.size() && (lines_[next].effect == Effect::drop || lines_[next].effect == Effect::ad)) ++next;
      const bool heads_paragraph = next < lines_.size() && is_own_prose(lines_[next]);
      effect = heads_paragraph ? Effect::none : Effect::end;
    }
    if (effect == Effect::advert) drop_advert(at);
    if (effect == Effect::advert || effect == Effect::end) over_ = end_.is_at(at, prose_words_);
    if (effect != Effect::none) {
      const bool heads_box = effect == Effect::ad ? at >= prose_end_ : effect != Effect::drop;
      in_box_ = in_box_ || heads_box;
      return;
    }
    if (in_box_ && !line.prose) return;
    in_box_ = false;
    if (line.prose) prose_words_ += line.words;
    own_.push_back(at);
  }

  void drop_advert(std::size_t sign) {
    const auto is_prose = [&](std::size_t at) { return lines_[at].prose; };
    const std::size_t begin = advert_begin(0, sign, is_prose);
    for (; !own_.empty() && own_.back() >= begin; own_.pop_back())
      prose_words_ -= is_prose(own_.back()) ? lines_[own_.back()].words : 0;
  }

  const std::vector<TextLine>& lines_;
  const std::vector<LineWeight> weights_;
  const ArticleEnd end_;
  const std::size_t prose_end_;  ///< no paragraph follows this line
  std::vector<std::size_t> own_;
  std::size_t prose_words_ = 0;
  bool in_box_ = false;
  bool over_ = false;
};

}  // namespace

Effect effect_of(Furniture role) { return kEffects[static_cast<std::size_t>(role)]; }

bool is_formal_end(Furniture role) { return role == Furniture::end || role == Furniture::notes; }

bool names_jobs(std::string_view key, std::size_t words) {
  return words <= kMaxHeadingWords &&
         (key.ends_with("jobs") || key.ends_with("vacancies") || key.ends_with("jobs board"));
}

std::vector<std::string_view> own_lines(const std::vector<std::string_view>& texts) {
  const std::vector<TextLine> lines = read_lines(texts);
  std::vector<std::string_view> own;
  for (const std::size_t at : Chooser(lines).choose()) own.push_back(texts[at]);
  return own;
}

std::string own_text(std::string_view text) {
  std::vector<std::string_view> lines;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) lines.push_back(text.substr(at, end - at));
    at = end + 1;
  }
  const std::vector<std::string_view> own = own_lines(lines);
  if (own.size() == lines.size()) return std::string(text);
  std::string out;
  for (std::size_t i = 0; i < own.size(); ++i) {
    if (i > 0) {
      const char* const end = own[i - 1].data() + own[i - 1].size();
      const std::string_view between(end, static_cast<std::size_t>(own[i].data() - end));
      out += between.find("\n\n") != std::string_view::npos ? "\n\n" : "\n";
    }
    out += own[i];
  }
  return out;
}

}  // namespace council_news::press
