// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "je/io/source.hpp"

namespace je::study {

/// Another source, of which it is remembered what was read under which name.
class RecordingSource : public io::Source {
public:
    explicit RecordingSource(io::Source& source) : source_{source} {}

    /// Null when nothing of that name was read.
    [[nodiscard]] base::SourceTextPtr text_of(const std::string& name) const {
        const auto found = read_.find(name);
        return found == read_.end() ? nullptr : found->second.text;
    }
    [[nodiscard]] std::string path_of(const std::string& name) const {
        const auto found = read_.find(name);
        return found == read_.end() ? name : found->second.path;
    }

    [[nodiscard]] Kind kind_of(const std::string& path) const override { return source_.kind_of(path); }
    [[nodiscard]] Kind look_at(const std::string& path) const override { return source_.look_at(path); }
    [[nodiscard]] std::optional<base::SourceTextPtr> read(const std::string& path, const std::string& name,
                                                          const io::Limits& limits, base::Diagnostics& diagnostics,
                                                          io::Readable readable) override {
        auto text = source_.read(path, name, limits, diagnostics, readable);
        if (text) read_.insert_or_assign(name, Read{path, *text});
        return text;
    }
    [[nodiscard]] std::string beginning_of(const std::string& path) const override { return source_.beginning_of(path); }
    [[nodiscard]] std::vector<std::string> yaml_in(const std::string& folder, bool below) const override {
        return source_.yaml_in(folder, below);
    }
    [[nodiscard]] std::string one_form(const std::string& path) const override { return source_.one_form(path); }

private:
    struct Read {
        std::string path;
        base::SourceTextPtr text;
    };
    io::Source& source_;
    std::map<std::string, Read> read_;
};

}  // namespace je::study
