#include "searcher/answer/since.h"

#include <algorithm>
#include <optional>

#include "common/index/schema.h"

namespace council_news {
namespace {

/// Visits the documents of one database that are newer than its mark.
class EnteredSource : public Xapian::PostingSource {
 public:
  explicit EnteredSource(const std::vector<Mark>& marks) : marks_(marks) {}

  Xapian::PostingSource* clone() const override { return new EnteredSource(marks_); }

  void init(const Xapian::Database& database) override {
    database_ = database;
    started_ = false;
    const std::string uuid = database.get_uuid();
    const auto own = std::find_if(marks_.begin(), marks_.end(), [&](const Mark& mark) { return mark.uuid == uuid; });
    by_number_ = own != marks_.end();
    if (by_number_) {
      after_ = own->last;
    } else {
      const auto oldest =
          std::min_element(marks_.begin(), marks_.end(), [](const Mark& a, const Mark& b) { return a.seen < b.seen; });
      min_seen_ = oldest == marks_.end() ? std::string{} : oldest->seen;
    }
  }

  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return get_termfreq_max(); }
  Xapian::doccount get_termfreq_max() const override {
    if (!by_number_) return database_.get_doccount();
    return std::min(database_.get_doccount(), database_.get_lastdocid() - std::min(after_, database_.get_lastdocid()));
  }

  void next(double) override { go_to(started_ ? get_docid() + 1 : 1); }
  void skip_to(Xapian::docid wanted, double) override { go_to(started_ ? std::max(wanted, get_docid()) : wanted); }
  bool at_end() const override {
    return by_number_ ? posting_ == database_.postlist_end("") : value_ == database_.valuestream_end(kSeenSlot);
  }
  Xapian::docid get_docid() const override { return by_number_ ? *posting_ : value_.get_docid(); }

 private:
  void go_to(Xapian::docid wanted) {
    if (by_number_) {
      if (!started_) posting_ = database_.postlist_begin("");
      posting_.skip_to(std::max(wanted, after_ + 1));
    } else {
      if (!started_) value_ = database_.valuestream_begin(kSeenSlot);
      value_.skip_to(wanted);
      while (value_ != database_.valuestream_end(kSeenSlot) && *value_ < min_seen_) ++value_;
    }
    started_ = true;
  }

  std::vector<Mark> marks_;
  Xapian::Database database_;
  bool started_ = false;
  bool by_number_ = true;
  Xapian::docid after_ = 0;
  std::string min_seen_;
  Xapian::PostingIterator posting_;
  Xapian::ValueIterator value_;
};

}  // namespace

Mark mark_of(const Xapian::Database& database) {
  return {database.get_uuid(), database.get_lastdocid(), database.get_value_upper_bound(kSeenSlot)};
}

Xapian::Query entered_since(const std::vector<Mark>& marks) {
  return Xapian::Query((new EnteredSource(marks))->release());
}

}  // namespace council_news
