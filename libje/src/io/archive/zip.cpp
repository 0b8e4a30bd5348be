// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/archive/zip.hpp"

#include <fmt/format.h>
#include <zip.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <set>
#include <stdexcept>
#include <vector>

#include "io/archive/names.hpp"
#include "je/base/text.hpp"

namespace je::io {

namespace {

constexpr std::uint64_t most_files = 10'000;

struct Discard {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_source_t* source) const { zip_source_free(source); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};
using Archive = std::unique_ptr<zip_t, Discard>;
using ZipSource = std::unique_ptr<zip_source_t, Discard>;
using ZipFile = std::unique_ptr<zip_file_t, Discard>;

[[noreturn]] void fail(std::string_view what) { throw std::runtime_error{fmt::format("a ZIP archive: {}", what)}; }

std::string bytes_of(zip_source_t* source) {
    zip_stat_t state;
    zip_stat_init(&state);
    if (zip_source_stat(source, &state) != 0 || zip_source_open(source) != 0) fail("no bytes");
    std::string bytes(state.size, '\0');
    const auto read = zip_source_read(source, bytes.data(), bytes.size());
    zip_source_close(source);
    if (read != static_cast<zip_int64_t>(bytes.size())) fail("too few bytes");
    return bytes;
}

/// Reads one archive; what is wrong with it is thrown as a Diagnostic.
class ZipReading {
public:
    ZipReading(const base::SourceTextPtr& text, const Limits& limits) : text_{text}, left_{limits.max_file_bytes} {}

    [[nodiscard]] NamedFiles all() {
        const Archive archive = opened();
        const auto count = zip_get_num_entries(archive.get(), 0);
        if (count > static_cast<zip_int64_t>(most_files)) throw too_much(fmt::format("{} files", count));
        NamedFiles files;
        std::set<std::string> folded;
        for (zip_uint64_t i = 0; i < static_cast<zip_uint64_t>(count); ++i) {
            zip_stat_t state;
            zip_stat_init(&state);
            if (zip_stat_index(archive.get(), i, ZIP_FL_ENC_RAW, &state) != 0 || (state.valid & ZIP_STAT_NAME) == 0)
                throw damaged();
            const std::string name{state.name};
            if (name.ends_with('/') && stays_within(std::string_view{name}.substr(0, name.size() - 1))) continue;  // a folder
            if (!stays_within(name) || is_link(archive.get(), i))
                throw bad_name(name, "leads out of the archive, or is no file");
            if (!folded.insert(base::folded(name)).second) throw bad_name(name, "stands twice");
            files.emplace(name, content(archive.get(), i, state));
        }
        return files;
    }

private:
    [[nodiscard]] Archive opened() const {
        zip_error_t error;
        zip_error_init(&error);
        ZipSource source{zip_source_buffer_create(text_->text.data(), text_->text.size(), 0, &error)};
        Archive archive{source ? zip_open_from_source(source.get(), ZIP_RDONLY | ZIP_CHECKCONS, &error) : nullptr};
        zip_error_fini(&error);
        if (!archive) throw damaged();
        static_cast<void>(source.release());  // the archive has it now
        return archive;
    }

    [[nodiscard]] std::string content(zip_t* archive, zip_uint64_t i, const zip_stat_t& state) {
        const ZipFile file{zip_fopen_index(archive, i, 0)};
        if (!file) throw damaged();
        if ((state.valid & ZIP_STAT_SIZE) != 0 && state.size > left_) throw too_much("more bytes than may be read");
        std::string bytes;
        std::vector<char> block(std::size_t{1} << 16);
        while (true) {
            const auto read = zip_fread(file.get(), block.data(), block.size());
            if (read < 0) throw damaged();
            if (read == 0) return bytes;
            if (static_cast<std::uint64_t>(read) > left_) throw too_much("more bytes than may be read");
            left_ -= static_cast<std::uint64_t>(read);
            bytes.append(block.data(), static_cast<std::size_t>(read));
        }
    }

    /// Whether an entry made on a Unix system is a link, a pipe or a device.
    [[nodiscard]] static bool is_link(zip_t* archive, zip_uint64_t i) {
        zip_uint8_t system = 0;
        zip_uint32_t attributes = 0;
        if (zip_file_get_external_attributes(archive, i, 0, &system, &attributes) != 0) return false;
        constexpr zip_uint32_t kinds = 0170000, ordinary = 0100000;
        const zip_uint32_t kind = (attributes >> 16) & kinds;
        return system == ZIP_OPSYS_UNIX && kind != 0 && kind != ordinary;
    }

    [[nodiscard]] base::Diagnostic damaged() const {
        return {.id = "JE-M12",
                .message = fmt::format("'{}' is no sound ZIP archive", text_->name),
                .expected = "a bundle as je wrote it",
                .fix = "ask for the bundle again: it was cut off or changed on its way"};
    }
    [[nodiscard]] base::Diagnostic bad_name(const std::string& name, std::string_view what) const {
        return {.id = "JE-M13",
                .message = fmt::format("'{}' in '{}' {}", base::with_hidden_shown(name), text_->name, what),
                .expected = "names within the bundle, each once, of ordinary files",
                .fix = "do not unpack this archive: je does not write such names; ask for the bundle again"};
    }
    [[nodiscard]] base::Diagnostic too_much(std::string_view what) const {
        return {.id = "JE-M14",
                .message = fmt::format("'{}' would unpack to {}", text_->name, what),
                .expected = fmt::format("at most {} files, and together no more bytes than --max-file-size allows", most_files),
                .fix = "if you trust who made it and it may be that large, give --max-file-size"};
    }

    const base::SourceTextPtr& text_;
    std::uint64_t left_;  // bytes that may still be unpacked
};

}  // namespace

std::string zip_of(const NamedFiles& files) {
    zip_error_t error;
    zip_error_init(&error);
    ZipSource whole{zip_source_buffer_create(nullptr, 0, 0, &error)};
    if (!whole) fail("no room");
    zip_source_keep(whole.get());
    Archive archive{zip_open_from_source(whole.get(), ZIP_TRUNCATE, &error)};
    if (!archive) fail("not begun");
    for (const auto& [name, bytes] : files) {
        zip_source_t* one = zip_source_buffer(archive.get(), bytes.data(), bytes.size(), 0);
        const auto at = zip_file_add(archive.get(), name.c_str(), one, ZIP_FL_ENC_UTF_8);
        if (at < 0) fail("no room");
        const auto index = static_cast<zip_uint64_t>(at);
        constexpr zip_uint16_t first_day = (1 << 5) | 1;  // 1980-01-01
        zip_file_set_dostime(archive.get(), index, 0, first_day, 0);
        zip_set_file_compression(archive.get(), index, ZIP_CM_DEFLATE, 9);
        zip_file_set_external_attributes(archive.get(), index, 0, ZIP_OPSYS_UNIX, zip_uint32_t{0100644} << 16);
    }
    if (zip_close(archive.get()) != 0) fail("not finished");
    static_cast<void>(archive.release());
    return bytes_of(whole.get());
}

std::optional<NamedFiles> read_zip(const base::SourceTextPtr& archive, const Limits& limits, base::Diagnostics& diagnostics) {
    try {
        return ZipReading{archive, limits}.all();
    } catch (const base::Diagnostic& wrong) {
        diagnostics.error(wrong);
        return std::nullopt;
    }
}

bool is_zip(std::string_view bytes) { return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"); }

}  // namespace je::io
