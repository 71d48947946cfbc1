// Searches the archive from a C++ program: ask DATABASE QUERY
#include <exception>
#include <iostream>

#include <common/error.h>
#include <searcher/search.h>

int main(int argc, char** argv) {
  using namespace council_news;
  if (argc != 3) {
    std::cerr << "usage: ask DATABASE QUERY\n";
    return 2;
  }
  try {
    Searcher searcher(argv[1], day_of(now()));
    Request request;
    request.query = argv[2];
    request.facets = {"council"};
    const Answer answer = searcher.search(request);
    std::cout << answer.total << " found\n";
    for (const Hit& hit : answer.hits) std::cout << hit.rank << '\t' << hit.article.title << '\n';
    for (const FacetCount& council : answer.facets.front().counts)
      std::cout << council.label << ": " << council.count << '\n';
    return answer.total > 0 ? 0 : 1;
  } catch (const Error& error) {
    std::cerr << "ask: " << error.what() << "\n  " << error.hint() << '\n';
    return static_cast<int>(error.status());
  }
}
