// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/yaml/bytes.hpp"

namespace je::io {

/// A text in which slips that have been reported are mended, so that reading goes on and finds the other mistakes. Lines stay
/// lines; places are those of the original.
class MendedText {
public:
    explicit MendedText(std::string_view original) : original_{original} {}

    /// `put` in place of `removed` bytes at `at` of the original. Edits lie within one line each and do not meet.
    void edit(std::size_t at, std::size_t removed, std::string_view put);
    /// A single value in place of `removed` bytes: `value`, whatever signs it has; nothing for one of which no more is to be
    /// said.
    void stand_in(std::size_t at, std::size_t removed, std::optional<std::string> value);
    /// Takes the value of the key of the top level away in which line `line` lies; false when that has been done or there is
    /// none.
    [[nodiscard]] bool cut_section(std::uint32_t line);
    /// Puts the edits together. Called after the last of them and before what follows is asked.
    void finish();

    [[nodiscard]] std::string_view text() const { return text_; }
    [[nodiscard]] std::string_view original() const { return original_; }
    [[nodiscard]] bool changed() const { return !edits_.empty(); }
    /// The place in the original of `offset` in the mended text.
    [[nodiscard]] std::size_t origin(std::size_t offset) const;
    [[nodiscard]] LineFinder::Place place(std::size_t offset) const;
    struct StandIn {
        std::optional<std::string> value;
        std::size_t length = 1;  // bytes in the original
    };
    /// What a single value that begins at `offset` of the mended text stands for; null when it is only itself.
    [[nodiscard]] const StandIn* find_stand_in(std::size_t offset) const;

private:
    struct Edit {
        std::size_t removed = 0;
        std::string put;
    };
    struct Piece {  // where the text goes on as in the original, or a stretch of its own begins
        std::size_t mended = 0;
        std::size_t original = 0;
        bool own = false;
    };
    [[nodiscard]] std::size_t line_start(std::uint32_t line) const;
    /// The piece that `offset` of the mended text lies in; null before the first.
    [[nodiscard]] const Piece* piece_at(std::size_t offset) const;

    std::string_view original_;
    std::map<std::size_t, Edit> edits_;
    std::map<std::size_t, StandIn> stand_ins_;  // by place in the original
    std::vector<Piece> pieces_;
    std::vector<std::size_t> line_starts_;
    std::string text_;
};

}  // namespace je::io
