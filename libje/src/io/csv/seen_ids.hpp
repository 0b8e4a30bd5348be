// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "je/base/diagnostic.hpp"

namespace je::io {

/// Remembers where each job id was first given, over all files of a run; built for millions.
class SeenIds {
public:
    SeenIds();
    ~SeenIds();
    SeenIds(SeenIds&&) noexcept;
    SeenIds& operator=(SeenIds&&) noexcept;

    /// Nothing when `id` is new (it is remembered, with its place); otherwise where it was first given. Exact: two ids are
    /// the same only when all their bytes are.
    [[nodiscard]] std::optional<base::SourcePosition> add(std::string_view id, const base::SourceTextPtr& source,
                                                          std::uint32_t line);

    /// Another id that looks like this one, to be asked once `id` has been added and was new. What stands after a tab is not
    /// looked at. Ids of plain ASCII that nowhere differ in capitals alone, as those of most lists, are known not to look alike
    /// for next to nothing.
    struct Alike {
        std::string id;
        base::SourcePosition at;
    };
    [[nodiscard]] std::optional<Alike> look_alike(std::string_view id);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace je::io
