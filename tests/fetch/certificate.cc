#include "tests/fetch/certificate.h"

#include <cstdlib>
#include <stdexcept>
#include <string>

namespace council_news::test {

void make_certificate(const std::filesystem::path& folder, const std::string& name) {
  const std::string make =
      "cd " + folder.string() +
      " && openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=" + name +
      " -addext subjectAltName=DNS:" + name + " -keyout key.pem -out cert.pem 2>/dev/null";
  if (std::system(make.c_str()) != 0) throw std::runtime_error("openssl makes no certificate");
}

}  // namespace council_news::test
