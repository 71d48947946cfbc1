#include "searcher/answer/every_match.h"

#include "searcher/query/compile.h"

namespace council_news {
namespace {

class Visitor : public Xapian::MatchSpy {
 public:
  explicit Visitor(const std::function<void(const Xapian::Document&, double)>& visit) : visit_(visit) {}
  void operator()(const Xapian::Document& document, double weight) override { visit_(document, weight); }

 private:
  const std::function<void(const Xapian::Document&, double)>& visit_;
};

}  // namespace

void for_every_match(const Xapian::Database& database, const Xapian::Query& query,
                     const std::function<void(const Xapian::Document&, double)>& visit, bool weighed) {
  Xapian::Enquire enquire(database);
  if (weighed) {
    enquire.set_weighting_scheme(weighting());
  } else {
    enquire.set_weighting_scheme(Xapian::BoolWeight());
  }
  enquire.set_query(query);
  Visitor visitor(visit);
  enquire.add_matchspy(&visitor);
  // A spy sees all matches only when all are to be counted.
  enquire.get_mset(0, 0, database.get_doccount());
}

}  // namespace council_news
