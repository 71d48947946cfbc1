#include "searcher/answer/order.h"

#include <utility>

#include "common/index/schema.h"
#include "searcher/query/weighting.h"

namespace council_news {
namespace {

/// Too little to reorder matches that differ in weight.
constexpr double kLeastWeight = 1e-6;

class NewestKey : public Xapian::KeyMaker {
 public:
  explicit NewestKey(DateOrder order) : order_(std::move(order)) {}
  std::string operator()(const Xapian::Document& document) const override {
    return order_.key_of(document.get_value(kPublishedSlot));
  }

 private:
  DateOrder order_;
};

void set_oldest_first(Xapian::Enquire& enquire, bool are_local) {
  if (!are_local) return enquire.set_sort_by_value_then_relevance(kPublishedSlot, false);
  auto* by_date = new Xapian::MultiValueKeyMaker;
  by_date->add_value(kPublishedSlot, false, "\xff");
  enquire.set_sort_by_key_then_relevance(by_date->release(), false);
}

}  // namespace

DateOrder::DateOrder(const Xapian::Database& database, bool is_local, SortOrder order, const Day& today)
    : order_(order), is_local_(is_local) {
  const Day tomorrow = day_from_epoch(days_from_epoch(today) + 1);
  first_of_future_ = Xapian::sortable_serialise(static_cast<double>(start_of_day(tomorrow)));
  has_future_ = database.get_value_upper_bound(kPublishedSlot) >= first_of_future_;
}

void DateOrder::set(Xapian::Enquire& enquire) const {
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  if (order_ == SortOrder::oldest) return set_oldest_first(enquire, is_local_);
  const bool newest = order_ == SortOrder::newest;
  if (has_future_ && is_local_) {
    auto* by_date = new NewestKey(*this);
    return newest ? enquire.set_sort_by_key_then_relevance(by_date->release(), true)
                  : enquire.set_sort_by_relevance_then_key(by_date->release(), true);
  }
  if (newest && !has_future_) return enquire.set_sort_by_value_then_relevance(kPublishedSlot, true);
  enquire.set_sort_by_relevance_then_value(kPublishedSlot, true);
}

Xapian::Query DateOrder::of(const Xapian::Query& query) const {
  using Xapian::Query;
  if (!has_future_ || is_local_ || order_ == SortOrder::oldest) return query;
  const bool newest = order_ == SortOrder::newest;
  const Query future(Query::OP_VALUE_GE, kPublishedSlot, first_of_future_);
  const Query bonus(Query::OP_AND_NOT, constant(newest ? 1 : kLeastWeight), future);
  return {Query::OP_AND_MAYBE, newest ? Query(Query::OP_SCALE_WEIGHT, query, 0) : query, bonus};
}

std::string DateOrder::key_of(const std::string& published) const {
  if (published >= first_of_future_) return "";
  return (published.empty() ? '\1' : '\2') + published;
}

}  // namespace council_news
