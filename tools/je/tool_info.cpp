// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "tool_info.hpp"

#include <array>
#include <ctime>

namespace je::tool {

report::ToolInfo tool_info(const CommonOptions& options) {
    report::ToolInfo info{JE_VERSION, {}, {}};
    if (!report::hides_texts(options.audience)) info.arguments = options.made_by;
    if (options.stamp) {
        const std::time_t now = std::time(nullptr);
        std::tm parts{};
        ::gmtime_r(&now, &parts);
        std::array<char, 32> text{};
        info.stamp.assign(text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M:%SZ", &parts));
    }
    return info;
}

}  // namespace je::tool
