#include <iostream>

#include "common/article_json.h"
#include "common/index/database.h"
#include "common/index/document.h"
#include "indexer/commands/command.h"
#include "indexer/commands/maintenance.h"

namespace council_news {

ExitStatus run_export(const std::vector<std::string>& arguments) {
  const auto values = read_maintenance_options("export [options] >FILE.jsonl", arguments);
  if (!values) return ExitStatus::ok;
  for_each_document(open_for_reading(database_of(*values)), [](Xapian::docid, const Xapian::Document& document) {
    std::cout << to_json(article_of(document)) << '\n';
  });
  return ExitStatus::ok;
}

}  // namespace council_news
