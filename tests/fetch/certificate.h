#pragma once

#include <filesystem>
#include <string>

namespace council_news::test {

/// Creates `cert.pem` and `key.pem` in `folder`: a self-signed certificate for the host `name`.
void make_certificate(const std::filesystem::path& folder, const std::string& name);

}  // namespace council_news::test
