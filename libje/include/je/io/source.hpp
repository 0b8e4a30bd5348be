// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "je/base/diagnostic.hpp"
#include "je/base/interface.hpp"
#include "je/io/file.hpp"

namespace je::io {

/// Where the inputs of a use-case (je/study) come from: files, memory, or whatever else can be opened by name. Names are paths
/// with '/' between folders.
class Source : public base::Interface {
public:
    enum class Kind { nothing, file, folder, other };  // other: a pipe or a device, which would be waited for

    /// What stands under a name; nothing too where that cannot be seen.
    [[nodiscard]] virtual Kind kind_of(const std::string& path) const = 0;
    /// The same for what the user named. Throws base::OutsideError when nothing is there (JE-X01) or it cannot be opened
    /// (JE-X04).
    [[nodiscard]] virtual Kind look_at(const std::string& path) const;
    /// The whole of a file, which messages call `name`. Nothing when it is too large (reported, JE-F01). Throws
    /// base::OutsideError when it cannot be read. `readable`: whether it may be a pipe.
    [[nodiscard]] virtual std::optional<base::SourceTextPtr> read(const std::string& path, const std::string& name,
                                                                  const Limits& limits, base::Diagnostics& diagnostics,
                                                                  Readable readable = Readable::files) = 0;
    /// Its first bytes, 4096 at most; empty for what is no file.
    [[nodiscard]] virtual std::string beginning_of(const std::string& path) const = 0;
    /// Names of the *.yaml files in a folder, sorted; with `below`, of those in its folders too, as paths from it. Names that
    /// begin with a dot are passed over; pipes and devices are among them, for the caller to tell of. Links to folders are not
    /// followed. Where a folder cannot be listed: throws base::OutsideError with `below`, else stops there.
    [[nodiscard]] virtual std::vector<std::string> yaml_in(const std::string& folder, bool below) const = 0;
    /// One spelling for each file, so that a file met twice is known.
    [[nodiscard]] virtual std::string one_form(const std::string& path) const = 0;
};

/// The file system. Relative paths begin at the current folder.
class FileSource : public Source {
public:
    [[nodiscard]] Kind kind_of(const std::string& path) const override;
    [[nodiscard]] Kind look_at(const std::string& path) const override;
    [[nodiscard]] std::optional<base::SourceTextPtr> read(const std::string& path, const std::string& name,
                                                          const Limits& limits, base::Diagnostics& diagnostics,
                                                          Readable readable) override;
    [[nodiscard]] std::string beginning_of(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> yaml_in(const std::string& folder, bool below) const override;
    [[nodiscard]] std::string one_form(const std::string& path) const override;
};

/// Texts in memory, for programs without files:
///
///     io::MemorySource source;
///     source.add("schemes/demo.yaml", scheme_text);
///     source.add("jobs/clerk.yaml", job_text);
///
/// A folder is there as soon as a file in it is.
class MemorySource : public Source {
public:
    /// Takes the place of what had this name.
    void add(std::string_view path, std::string text);

    [[nodiscard]] Kind kind_of(const std::string& path) const override;
    [[nodiscard]] std::optional<base::SourceTextPtr> read(const std::string& path, const std::string& name,
                                                          const Limits& limits, base::Diagnostics& diagnostics,
                                                          Readable readable) override;
    [[nodiscard]] std::string beginning_of(const std::string& path) const override;
    [[nodiscard]] std::vector<std::string> yaml_in(const std::string& folder, bool below) const override;
    [[nodiscard]] std::string one_form(const std::string& path) const override;

private:
    std::map<std::string, std::string, std::less<>> texts_;  // by one form of their paths
};

/// Reads a file that people write, as UTF-8 whatever it is in (`in_utf8`). Nothing when it is too large or is no text, which is
/// reported.
///
///     const auto file = io::read_text(source, "jobs.csv", "jobs.csv", limits, diagnostics, io::Readable::files);
///     io::CsvJobReader reader{file->text, scheme, {}, diagnostics};
[[nodiscard]] std::optional<TextFile> read_text(Source& source, const std::string& path, const std::string& name,
                                                const Limits& limits, base::Diagnostics& diagnostics, Readable readable,
                                                Encoding encoding = Encoding::by_its_bytes);

}  // namespace je::io
