// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <initializer_list>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/yaml/keys.hpp"
#include "io/yaml/values.hpp"

namespace je::io {

/// Reads a map whose keys are known beforehand.
///
///     const YamlMapReader map{context, node, keys::source};
///     source.id = map.need_code("id");         // reported when left out
///     source.url = map.text("url");            // may be left out
///
/// Unknown keys and keys without a value are reported when it is made, and what stands under a misspelt key is read as that of
/// the key meant; values of the wrong kind, and needed keys left out, when they are asked for. A mistake gives an empty value,
/// so that reading goes on and finds the next one.
class YamlMapReader {
public:
    /// `keys`, at most 32, must outlive the reader. A key among `may_be_null` may have null for a value.
    YamlMapReader(const YamlContext& context, const YamlNode& node, const MapKeys& keys,
                  std::initializer_list<std::string_view> may_be_null = {});

    /// The value of `key`; null when it was left out, or had no value (which has been reported).
    [[nodiscard]] const YamlNode* find(std::string_view key) const;
    /// The same, reported when left out.
    [[nodiscard]] const YamlNode* need(std::string_view key) const;
    [[nodiscard]] bool has(std::string_view key) const { return find(key) != nullptr; }
    /// Where the word `key` stands, or the map when it does not.
    [[nodiscard]] const YamlNode& key_node(std::string_view key) const;

    [[nodiscard]] std::optional<YamlText> code(std::string_view key) const { return part(key, read_code); }
    [[nodiscard]] YamlText need_code(std::string_view key) const { return need_with(key, read_code); }
    [[nodiscard]] std::string text(std::string_view key) const { return part(key, read_text).value_or(YamlText{}).value; }
    [[nodiscard]] YamlText need_text(std::string_view key) const { return need_with(key, read_filled_text); }
    [[nodiscard]] std::string words(std::string_view key) const { return part(key, read_words).value_or(YamlText{}).value; }
    [[nodiscard]] YamlText need_words(std::string_view key) const { return need_with(key, read_filled_words); }
    [[nodiscard]] std::string reference(std::string_view key) const {
        return part(key, read_reference).value_or(YamlText{}).value;
    }
    [[nodiscard]] YamlText need_reference(std::string_view key) const { return need_with(key, read_reference); }
    [[nodiscard]] std::optional<YamlNumber> number(std::string_view key) const { return part(key, read_number); }
    [[nodiscard]] YamlWideNumber need_wide_number(std::string_view key) const { return need_with(key, read_wide_number); }
    [[nodiscard]] YamlNumber need_number(std::string_view key) const { return need_with(key, read_number); }
    [[nodiscard]] std::optional<std::uint64_t> whole(std::string_view key) const { return part(key, read_whole); }
    [[nodiscard]] std::optional<base::Located<base::Date>> date(std::string_view key) const { return part(key, read_date); }
    [[nodiscard]] bool flag(std::string_view key) const { return part(key, read_flag).value_or(base::Located<bool>{}).value; }

    /// The value of `key` as `read(context, value, key)` reads it.
    template <class T>
    [[nodiscard]] std::optional<T> part(std::string_view key,
                                        std::optional<T> (*read)(const YamlContext&, const YamlNode&, std::string_view)) const {
        const YamlNode* node = find(key);
        return node == nullptr ? std::nullopt : read(context_, *node, key);
    }
    /// The items of the list at `key`, each read by `read(context, item)`.
    template <class T>
    [[nodiscard]] std::vector<T> list(std::string_view key, T (*read)(const YamlContext&, const YamlNode&)) const {
        std::vector<T> result;
        const YamlNode* node = find(key);
        if (node == nullptr || !is_list(context_, *node, key)) return result;
        for (const YamlNode& item : YamlItems{*node}) result.push_back(read(context_, item));
        return result;
    }
    template <class T>
    [[nodiscard]] std::vector<T> need_list(std::string_view key, T (*read)(const YamlContext&, const YamlNode&)) const {
        static_cast<void>(need(key));
        return list(key, read);
    }
    /// A list of codes.
    [[nodiscard]] std::vector<YamlText> codes(std::string_view key) const;
    /// A map of free keys, which are codes, to values that `read` reads.
    template <class T>
    [[nodiscard]] std::vector<std::pair<YamlText, T>> pairs(std::string_view key,
                                                            std::optional<T> (*read)(const YamlContext&, const YamlNode&,
                                                                                     std::string_view)) const {
        std::vector<std::pair<YamlText, T>> result;
        const YamlNode* node = find(key);
        if (node == nullptr || !is_map(context_, *node, Name{key})) return result;
        for (const auto entry : YamlEntries{*node}) {
            if (!entry.key.is_scalar()) continue;
            auto id = read_key(context_, entry.key, key);
            auto value = read(context_, entry.value, entry.key.text);
            if (id && value) result.emplace_back(*std::move(id), *std::move(value));
        }
        return result;
    }

private:
    static constexpr std::size_t most_keys = 32;
    struct Slot {
        const YamlNode* key = nullptr;
        const YamlNode* value = nullptr;  // null also for a value that cannot be used, which has been reported
        bool given = false;
        bool excused = false;  // what seems to be meant for it stands under another key, which has been reported
    };

    template <class T>
    [[nodiscard]] T need_with(std::string_view key,
                              std::optional<T> (*read)(const YamlContext&, const YamlNode&, std::string_view)) const {
        static_cast<void>(need(key));
        return part(key, read).value_or(T{});
    }
    void take(const YamlEntry& entry, std::initializer_list<std::string_view> may_be_null);
    void use(std::size_t index, const YamlEntry& entry, std::initializer_list<std::string_view> may_be_null);
    void report_unknown(const YamlEntry& entry, std::initializer_list<std::string_view> may_be_null);
    [[nodiscard]] bool report_missing_space(const YamlEntry& entry);
    void report_null(const YamlEntry& entry) const;
    [[nodiscard]] std::size_t slot_of(std::string_view key) const;
    [[nodiscard]] std::string place_for(const YamlEntry& entry) const;
    [[nodiscard]] std::string called() const;

    const YamlContext& context_;
    const YamlNode& node_;
    std::string_view what_;
    std::span<const std::string_view> keys_;
    std::array<Slot, most_keys> slots_{};
};

}  // namespace je::io
