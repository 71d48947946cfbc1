# find_package(CouncilNews): the target CouncilNews::searcher, for searcher/search.h.
include(CMakeFindDependencyMacro)
find_dependency(PkgConfig)
find_dependency(Boost COMPONENTS program_options)
find_dependency(nlohmann_json)
find_dependency(fmt)
pkg_check_modules(XAPIAN REQUIRED IMPORTED_TARGET xapian-core)
include(${CMAKE_CURRENT_LIST_DIR}/CouncilNewsTargets.cmake)
