// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <string>

namespace je::tool {

/// A file that is being written and is not to be left behind: while this lives, a signal that ends the program (SIGINT,
/// SIGTERM, SIGHUP, SIGQUIT, SIGXCPU) removes it first. A signal that is ignored stays so.
///
///     UnfinishedFile unfinished{temporary};
class UnfinishedFile {
public:
    explicit UnfinishedFile(const std::string& path);
    ~UnfinishedFile();
    UnfinishedFile(const UnfinishedFile&) = delete;
    UnfinishedFile& operator=(const UnfinishedFile&) = delete;

private:
    std::size_t slot_;
};

}  // namespace je::tool
