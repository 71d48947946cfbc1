#include "searcher/answer/estimate.h"

#include <algorithm>
#include <cmath>
#include <random>

#include "searcher/answer/every_match.h"

namespace council_news {
namespace {

/// The first sample has about this many candidate articles. Each following one is kGrowth times larger, as long as the
/// estimate is poor and the sample a small part of the candidates. The last sample is taken as it is.
constexpr double kFirstSample = 125;
constexpr double kGrowth = 4;
constexpr double kLastSample = kFirstSample * kGrowth * kGrowth * kGrowth;
constexpr double kMaxSampledPart = 0.25;

/// Relative error of an acceptable estimate: one standard deviation, if matches are evenly spread.
constexpr double kError = 1.0 / 6;

/// Matches a share of the articles after a given one. The range is divided into stretches of equal length, and a part
/// of each is sampled at a random place, so that regularly spaced articles are neither always met nor always missed.
class Sample : public Xapian::PostingSource {
 public:
  /// `share` above 0, at most 1.
  Sample(Xapian::docid after, double share, double stretches) : after_(after), share_(share), stretches_(stretches) {}

  Sample* clone() const override { return new Sample(after_, share_, stretches_); }

  void init(const Xapian::Database& database) override {
    articles_ = database.get_doccount();
    last_ = database.get_lastdocid();
    length_ = (last_ - after_) / stretches_;
    number_ = after_;
    end_ = 0;
    random_.seed();
  }

  // Ranked as the most frequent list, so that Xapian checks it last instead of walking it.
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return articles_; }
  Xapian::doccount get_termfreq_max() const override { return articles_; }

  bool at_end() const override { return number_ > last_; }
  Xapian::docid get_docid() const override { return number_; }
  void next(double /*min_weight*/) override { go_to(number_ + 1); }
  void skip_to(Xapian::docid number, double /*min_weight*/) override { go_to(std::max(number, number_)); }

 private:
  /// Moves to that article, or to the next one in the sample.
  void go_to(Xapian::docid number) {
    for (number_ = std::max(number, after_ + 1); number_ <= last_;) {
      const double place = number_ - after_ - 1;
      if (place >= end_) enter(std::floor(place / length_));
      if (place < part_)
        number_ = after_ + 1 + static_cast<Xapian::docid>(std::ceil(part_));
      else if (place < part_ + share_ * length_)
        return;
      else
        number_ = std::max(number_ + 1, after_ + 1 + static_cast<Xapian::docid>(std::ceil(end_)));
    }
  }

  /// Uses the same places each time, so that the same query has the same answer.
  void enter(double stretch) {
    part_ = (stretch + (1 - share_) * std::uniform_real_distribution<>()(random_)) * length_;
    end_ = (stretch + 1) * length_;
  }

  Xapian::docid after_;
  double share_;
  double stretches_;
  double length_ = 1;  ///< of a stretch
  double part_ = 0;    ///< of the current stretch: where its sampled part begins, counted from `after_`
  double end_ = 0;     ///< where the stretch ends
  std::minstd_rand random_;
  Xapian::doccount articles_ = 0;
  Xapian::docid last_ = 0;
  Xapian::docid number_ = 0;
};

/// Rounds to two digits.
std::size_t rounded(double number) {
  const double unit = std::pow(10, std::max(0.0, std::floor(std::log10(number)) - 1));
  return static_cast<std::size_t>(std::round(number / unit) * unit);
}

}  // namespace

void FirstMatches::operator()(const Xapian::Document& document, double /*weight*/) {
  if (number_ == kFirstMatches) return;
  ++number_;
  last_ = document.get_docid();
}

Total estimate_matches(const Xapian::Database& database, const Xapian::Query& query, const FirstMatches& first,
                       Xapian::doccount max) {
  if (first.number() < kFirstMatches) return {.number = first.number(), .exact = true};
  const auto seen_after = [&](double share, double stretches) {
    const Xapian::Query sample((new Sample(first.last(), share, stretches))->release());
    return count_matches(database, Xapian::Query(Xapian::Query::OP_FILTER, query, sample));
  };
  const Xapian::docid end = database.get_lastdocid();
  const double rest = std::max(1.0, 1.0 * max * (end - first.last()) / end);  // about how many candidates are left
  for (double size = kFirstSample; size <= rest * kMaxSampledPart; size *= kGrowth) {
    const double share = size / rest;
    // As many stretches as articles: neighbours are alike, so several of one stretch say less.
    const auto seen = static_cast<double>(seen_after(share, size));
    const double number = first.number() + seen / share;
    const double error = std::sqrt(std::max(1.0, seen)) / share;
    if (error > kError * number && size < kLastSample) continue;
    return {.number = std::min<std::size_t>(rounded(number), max), .exact = false};
  }
  return {.number = first.number() + seen_after(1, 1), .exact = true};
}

}  // namespace council_news
