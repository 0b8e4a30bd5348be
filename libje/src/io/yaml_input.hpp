// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <ios>
#include <streambuf>
#include <string_view>

namespace je::io {

/// Thrown when yaml-cpp has read far on without handing anything over: it keeps a whole list or map in flow style in memory
/// before it tells of its beginning, so that limits on what it hands over come too late.
struct RunsOn {
    bool too_deep = false;  // else too long
};

/// Gives a text to yaml-cpp and counts the signs of structure handed out since the last sign of progress.
class YamlInput : public std::streambuf {
public:
    /// `text` must outlive this.
    YamlInput(std::string_view text, std::size_t max_depth, std::size_t max_nodes);

    /// Something was handed over: what was read so far has been dealt with.
    void progress() { open_ = signs_ = 0; }

protected:
    std::streamsize xsgetn(char* to, std::streamsize wanted) override;

private:
    void count(std::string_view part);

    std::size_t max_open_;
    std::size_t max_signs_;
    std::size_t open_ = 0;
    std::size_t signs_ = 0;
};

}  // namespace je::io
