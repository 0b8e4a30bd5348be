// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace je::io {

/// The folder for temporary files, that of the environment variable TMPDIR or /tmp. Throws base::OutsideError (JE-X18) where
/// there is none.
[[nodiscard]] std::string temporary_folder();
/// That something could not be written there, as base::OutsideError (JE-X18).
[[noreturn]] void fail_temporary(std::string_view why);

/// A temporary file without a name, of which nothing is left whatever happens.
class NamelessFile {
public:
    NamelessFile();
    ~NamelessFile();
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;

    /// By which a library can open it while this lives.
    [[nodiscard]] std::string path() const;
    /// Hands on all that is in it, piece by piece.
    void read(const std::function<void(std::string_view)>& take) const;

private:
    int file_;
};

}  // namespace je::io
