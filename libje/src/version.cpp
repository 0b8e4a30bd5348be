// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/version.hpp"

namespace je {

std::string_view library_version() { return version; }

}  // namespace je
