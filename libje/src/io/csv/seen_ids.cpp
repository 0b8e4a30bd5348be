// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "io/csv/seen_ids.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <memory_resource>
#include <random>
#include <string>
#include <unordered_map>
#include <utility>
#include <vector>

#include "io/files/open_file.hpp"
#include "je/base/text.hpp"

namespace je::io {

namespace {

constexpr std::size_t bytes_a_job = 48;  // of a text, more or less

struct SeenId {
    std::string_view id;
    std::uint32_t line;
    std::uint32_t source;
};

/// Seeded, so that a file cannot be made whose ids all collide. Nothing that is put out depends on it. Multipliers and shifts
/// are those of the SplitMix64 finaliser.
std::uint64_t hash_of(std::string_view id, std::uint64_t seed) {
    std::uint64_t hash = seed ^ (id.size() * 0x9E3779B97F4A7C15ULL);  // 2^64 over the golden ratio
    for (std::size_t at = 0; at < id.size(); at += sizeof hash) {
        std::uint64_t word = 0;
        std::memcpy(&word, id.data() + at, std::min(sizeof word, id.size() - at));
        hash = (hash ^ word) * 0xBF58476D1CE4E5B9ULL;
        hash ^= hash >> 29U;
        hash *= 0x94D049BB133111EBULL;
        hash ^= hash >> 32U;
    }
    return hash;
}

struct SeededHash {
    std::uint64_t seed = (std::uint64_t{std::random_device{}()} << 32U) | std::random_device{}();
    std::size_t operator()(std::string_view text) const { return static_cast<std::size_t>(hash_of(text, seed)); }
};

/// Where each id stands in the list of ids, by open addressing. A slot is half of the hash, so that most ids that differ are
/// told apart without a look at the list, and the number plus one; zero is an empty slot.
///
/// With a million ids nearly all time would go into waiting for memory. So a filter, which is small, tells most ids to be new,
/// and these are entered a little later, when their slots have been fetched.
class NumberOfId {
public:
    /// The number of an id that is there; else `number` is entered for it. `ids` has it already.
    std::optional<std::uint32_t> find_or_enter(std::uint32_t number, const std::vector<SeenId>& ids, std::size_t text_bytes) {
        if (4 * ids.size() > 3 * slots_.size()) grow(ids, number, text_bytes);
        const std::uint64_t hash = hash_(ids[number].id);
        std::uint64_t& filter = filter_[(hash >> 12U) & (filter_.size() - 1)];
        const std::uint64_t bits = std::uint64_t{1} << (hash & 63U) | std::uint64_t{1} << (hash >> 6U & 63U);
        if ((filter & bits) == bits) {
            while (entered_ < number) enter_oldest();
            if (const auto found = find(hash, ids[number].id, ids)) return found;
        }
        filter |= bits;
        if (number - entered_ == waiting_.size()) enter_oldest();
        waiting_[number % waiting_.size()] = hash;
        __builtin_prefetch(&slots_[home_of(hash)], 1);
        return std::nullopt;
    }

private:
    [[nodiscard]] std::size_t home_of(std::uint64_t hash) const { return static_cast<std::size_t>(hash) & (slots_.size() - 1); }
    [[nodiscard]] std::size_t after(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }

    [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t hash, std::string_view id,
                                                    const std::vector<SeenId>& ids) const {
        for (std::size_t at = home_of(hash); slots_[at] != 0; at = after(at)) {
            const auto other = static_cast<std::uint32_t>(slots_[at]) - 1;
            if ((slots_[at] ^ hash) >> 32U == 0 && ids[other].id == id) return other;
        }
        return std::nullopt;
    }

    void enter_oldest() {
        const std::uint64_t hash = waiting_[entered_ % waiting_.size()];
        std::size_t at = home_of(hash);
        while (slots_[at] != 0) at = after(at);
        slots_[at] = hash >> 32U << 32U | ++entered_;
    }

    /// To twice the size, and at once to what a text of this size is likely to need.
    void grow(const std::vector<SeenId>& ids, std::uint32_t count, std::size_t text_bytes) {
        const std::size_t size = std::bit_ceil(std::max({std::size_t{1024}, 2 * ids.size(), text_bytes / bytes_a_job}));
        slots_ = {};  // the old go before the new come
        slots_.reserve(size);
        prefer_large_pages(slots_.data(), size * sizeof(std::uint64_t));
        slots_.resize(size);
        filter_.assign(size / 16, 0);
        entered_ = 0;
        for (std::uint32_t number = 0; number < count; ++number) find_or_enter(number, ids, 0);
    }

    SeededHash hash_;
    std::vector<std::uint64_t> slots_;
    std::vector<std::uint64_t> filter_;
    std::array<std::uint64_t, 16> waiting_{};  // the hashes of those from `entered_` on
    std::uint32_t entered_ = 0;
};

std::string_view before_tab(std::string_view id) { return id.substr(0, id.find('\t')); }

/// Whether ids of plain ASCII can look alike: only where one has a capital and another a small letter at the same place. Places
/// are taken modulo 64, which finds too much and never too little.
class CaseMasks {
public:
    /// False where this id may look like one taken before, or needs a closer look.
    [[nodiscard]] bool take(std::string_view id) {
        char last = ' ';
        for (std::size_t i = 0; i < id.size(); ++i) {
            const char c = id[i];
            if (static_cast<unsigned char>(c) >= 0x80 || (c == ' ' && last == ' ')) return false;
            capitals_ |= std::uint64_t{c >= 'A' && c <= 'Z'} << (i % 64);
            small_ |= std::uint64_t{c >= 'a' && c <= 'z'} << (i % 64);
            last = c;
        }
        return (capitals_ & small_) == 0 && (id.empty() || last != ' ');
    }

private:
    std::uint64_t capitals_ = 0;
    std::uint64_t small_ = 0;
};

}  // namespace

struct SeenIds::State {
    void append(std::string_view id, const base::SourceTextPtr& source, std::uint32_t line) {
        if (sources.empty() || sources.back() != source) sources.push_back(source);
        if (ids.size() == ids.capacity()) ids.reserve(2 * ids.size() + source->text.size() / bytes_a_job);
        auto* const copy = static_cast<char*>(bytes.allocate(std::max<std::size_t>(id.size(), 1), 1));
        std::copy(id.begin(), id.end(), copy);
        ids.push_back({{copy, id.size()}, line, static_cast<std::uint32_t>(sources.size() - 1)});
    }

    [[nodiscard]] base::SourcePosition place_of(const SeenId& seen) const { return {sources[seen.source], seen.line, 1, 1}; }

    /// The number of the first other id that looks like that of this number, which is entered.
    [[nodiscard]] std::optional<std::uint32_t> alike_to(std::uint32_t number) {
        const std::string_view id = before_tab(ids[number].id);
        std::optional<std::uint32_t> found;
        for (std::string& look : base::looks_of(id)) {
            const std::uint32_t first = looks->try_emplace(std::move(look), number).first->second;
            if (!found && before_tab(ids[first].id) != id) found = first;
        }
        return found;
    }

    /// From now on each id is looked at, and those before the newest are caught up with: none of them look alike.
    void begin_looking() {
        looks.emplace();
        for (std::uint32_t number = 0; number + 1 < ids.size(); ++number) static_cast<void>(alike_to(number));
    }

    std::pmr::monotonic_buffer_resource bytes;  // of the ids
    std::vector<SeenId> ids;
    bool rising = true;  // each id is above the one before, so that no id is there twice
    std::vector<base::SourceTextPtr> sources;
    NumberOfId number_of;
    CaseMasks masks;
    /// The first id of each look; nothing while the masks show that no two ids look alike.
    std::optional<std::unordered_map<std::string, std::uint32_t, SeededHash>> looks;
};

SeenIds::SeenIds() : state_{std::make_unique<State>()} {}
SeenIds::~SeenIds() = default;
SeenIds::SeenIds(SeenIds&&) noexcept = default;
SeenIds& SeenIds::operator=(SeenIds&&) noexcept = default;

std::optional<base::SourcePosition> SeenIds::add(std::string_view id, const base::SourceTextPtr& source, std::uint32_t line) {
    State& state = *state_;
    state.rising = state.rising && (state.ids.empty() || id > state.ids.back().id);
    state.append(id, source, line);
    if (state.rising) return std::nullopt;  // most lists are in the order of their ids: then nothing need be looked up
    const auto first =
        state.number_of.find_or_enter(static_cast<std::uint32_t>(state.ids.size() - 1), state.ids, source->text.size());
    if (!first) return std::nullopt;
    state.ids.pop_back();
    return state.place_of(state.ids[*first]);
}

std::optional<SeenIds::Alike> SeenIds::look_alike(std::string_view id) {
    State& state = *state_;
    if (!state.looks) {
        if (state.masks.take(before_tab(id))) return std::nullopt;
        state.begin_looking();
    }
    const auto alike = state.alike_to(static_cast<std::uint32_t>(state.ids.size() - 1));
    if (!alike) return std::nullopt;
    const SeenId& first = state.ids[*alike];
    return Alike{std::string{before_tab(first.id)}, state.place_of(first)};
}

}  // namespace je::io
