#include "searcher/answer/order.h"

#include "common/index/schema.h"

namespace council_news {
namespace {

void set_oldest_first(Xapian::Enquire& enquire, bool are_local) {
  if (!are_local) return enquire.set_sort_by_value_then_relevance(kPublishedSlot, false);
  auto* by_date = new Xapian::MultiValueKeyMaker;
  by_date->add_value(kPublishedSlot, false, "\xff");
  enquire.set_sort_by_key_then_relevance(by_date->release(), false);
}

}  // namespace

void set_order(Xapian::Enquire& enquire, SortOrder order, bool are_local) {
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  switch (order) {
    case SortOrder::relevance:
    case SortOrder::recent:
      return enquire.set_sort_by_relevance_then_value(kPublishedSlot, true);
    case SortOrder::newest:
      return enquire.set_sort_by_value_then_relevance(kPublishedSlot, true);
    case SortOrder::oldest:
      return set_oldest_first(enquire, are_local);
  }
}

}  // namespace council_news
