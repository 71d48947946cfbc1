#include "searcher/answer/every_match.h"

#include <algorithm>
#include <set>
#include <utility>

#include "searcher/query/compile.h"

namespace council_news {
namespace {

class Visitor : public Xapian::MatchSpy {
 public:
  explicit Visitor(const std::function<void(Xapian::docid, double)>& visit) : visit_(visit) {}
  void operator()(const Xapian::Document& document, double weight) override { visit_(document.get_docid(), weight); }

 private:
  const std::function<void(Xapian::docid, double)>& visit_;
};

/// Whether it combines several databases: then Xapian joins their UUIDs with colons.
bool is_several(const Xapian::Database& database) { return database.get_uuid().find(':') != std::string::npos; }

/// Visits the matches in one pass. Returns false, with nothing visited, if that is impossible: with several databases a
/// spy sees the document numbers of each database, and a remote one accepts no spy of ours.
bool visit_in_passing(const Xapian::Database& database, Xapian::Enquire& enquire,
                      const std::function<void(Xapian::docid, double)>& visit) {
  if (is_several(database)) return false;
  Visitor visitor(visit);
  enquire.add_matchspy(&visitor);
  try {
    enquire.get_mset(0, 0, database.get_doccount());  // a spy only sees all matches if all must be checked
    return true;
  } catch (const Xapian::UnimplementedError&) {
    enquire.clear_matchspies();
    return false;
  }
}

std::map<Xapian::valueno, ValueCounts> values_of(const Xapian::Database& database,
                                                 const std::vector<Xapian::docid>& numbers,
                                                 const std::vector<Xapian::valueno>& slots) {
  const std::set<Xapian::valueno> wanted(slots.begin(), slots.end());
  std::map<Xapian::valueno, ValueCounts> counts;
  for (const Xapian::valueno slot : wanted) counts[slot];
  for (const Xapian::docid number : numbers) {
    const Xapian::Document document = database.get_document(number);
    for (const Xapian::valueno slot : wanted)
      if (const std::string value = document.get_value(slot); !value.empty()) ++counts[slot][value];
  }
  return counts;
}

}  // namespace

void for_every_match(const Xapian::Database& database, const Xapian::Query& query,
                     const std::function<void(Xapian::docid, double)>& visit) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(weighting());
  enquire.set_query(query);
  if (visit_in_passing(database, enquire, visit)) return;
  std::vector<std::pair<Xapian::docid, double>> found;
  const Xapian::MSet matches = enquire.get_mset(0, database.get_doccount());
  for (auto it = matches.begin(); it != matches.end(); ++it) found.emplace_back(*it, it.get_weight());
  std::sort(found.begin(), found.end());
  for (const auto& [number, weight] : found) visit(number, weight);
}

std::size_t count_matches(const Xapian::Database& database, const Xapian::Query& query) {
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(query);
  return enquire.get_mset(0, 0, database.get_doccount()).get_matches_estimated();
}

std::map<Xapian::valueno, ValueCounts> count_values(const Xapian::Database& database, const Counted& counted,
                                                    const std::vector<Xapian::valueno>& slots) {
  if (const auto* numbers = std::get_if<std::vector<Xapian::docid>>(&counted))
    return values_of(database, *numbers, slots);
  Xapian::Enquire enquire(database);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_query(std::get<Xapian::Query>(counted));
  std::map<Xapian::valueno, Xapian::ValueCountMatchSpy> spies;
  for (const Xapian::valueno slot : slots) spies.try_emplace(slot, slot);
  for (auto& [slot, spy] : spies) enquire.add_matchspy(&spy);
  enquire.get_mset(0, 0, database.get_doccount());
  std::map<Xapian::valueno, ValueCounts> counts;
  for (const auto& [slot, spy] : spies) {
    ValueCounts& values = counts[slot];
    for (auto it = spy.values_begin(); it != spy.values_end(); ++it) values[*it] = it.get_termfreq();
  }
  return counts;
}

}  // namespace council_news
