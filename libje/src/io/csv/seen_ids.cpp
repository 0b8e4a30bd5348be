// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/io/seen_ids.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <random>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "io/files/open_file.hpp"
#include "je/base/characters.hpp"

namespace je::io {

namespace {

// What is kept of an id, before its bytes.
struct SeenEntry {
    std::uint32_t line;
    std::uint32_t source;
    std::uint64_t length;
};

// Entries and the bytes of their ids, one after another in blocks that never move. A place is a block and an offset in it.
class Arena {
public:
    static constexpr unsigned offset_bits = 20;
    static constexpr std::size_t block_size = std::size_t{1} << offset_bits;

    [[nodiscard]] std::uint64_t add(const SeenEntry& entry, std::string_view id) {
        const std::size_t size = packed_size(entry);
        if (blocks_.empty() || blocks_.back().used + size > blocks_.back().bytes.size()) {
            blocks_.push_back({std::vector<char>(std::max(block_size, size)), 0});
        }
        Block& block = blocks_.back();
        const std::uint64_t place = (static_cast<std::uint64_t>(blocks_.size() - 1) << offset_bits) | block.used;
        char* const to = block.bytes.data() + block.used;
        write_head(to, entry);
        std::copy(id.begin(), id.end(), to + head_size(entry));
        block.used += size;
        return place;
    }

    [[nodiscard]] SeenEntry entry_at(std::uint64_t place) const { return read_head(address(place)); }
    [[nodiscard]] std::string_view id_at(std::uint64_t place) const {
        const SeenEntry entry = entry_at(place);
        return {address(place) + head_size(entry), static_cast<std::size_t>(entry.length)};
    }

    /// Calls `visit(place)` for each entry, in the order they were added.
    template <class Visit>
    void for_each(Visit&& visit) const {
        for (std::size_t b = 0; b < blocks_.size(); ++b) {
            for (std::size_t offset = 0; offset < blocks_[b].used;) {
                const std::uint64_t place = (static_cast<std::uint64_t>(b) << offset_bits) | offset;
                visit(place);
                offset += packed_size(entry_at(place));
            }
        }
    }

private:
    struct Block {
        std::vector<char> bytes;
        std::size_t used;
    };
    // Lengths below this take one byte, others nine.
    static constexpr unsigned char long_mark = 0xFF;

    static std::size_t head_size(const SeenEntry& entry) {
        return 2 * sizeof(std::uint32_t) + (entry.length < long_mark ? 1 : 9);
    }
    static std::size_t packed_size(const SeenEntry& entry) { return head_size(entry) + static_cast<std::size_t>(entry.length); }

    static void write_head(char* to, const SeenEntry& entry) {
        std::memcpy(to, &entry.line, sizeof entry.line);
        std::memcpy(to + 4, &entry.source, sizeof entry.source);
        const auto mark = static_cast<unsigned char>(std::min<std::uint64_t>(entry.length, long_mark));
        std::memcpy(to + 8, &mark, 1);
        if (mark == long_mark) std::memcpy(to + 9, &entry.length, sizeof entry.length);
    }

    static SeenEntry read_head(const char* from) {
        SeenEntry entry{};
        std::memcpy(&entry.line, from, sizeof entry.line);
        std::memcpy(&entry.source, from + 4, sizeof entry.source);
        entry.length = static_cast<unsigned char>(from[8]);
        if (entry.length == long_mark) std::memcpy(&entry.length, from + 9, sizeof entry.length);
        return entry;
    }

    [[nodiscard]] const char* address(std::uint64_t place) const {
        return blocks_[static_cast<std::size_t>(place >> offset_bits)].bytes.data() + (place & (block_size - 1));
    }

    std::vector<Block> blocks_;
};

template <class Word>
std::uint64_t load(const char* from) {
    Word word;
    std::memcpy(&word, from, sizeof word);
    return word;
}

// The last one to eight bytes of an id of `size` bytes, distinct for distinct bytes; where the id is long enough the word
// begins before them.
std::uint64_t last_word(const char* at, std::size_t left, std::size_t size) {
    if (size >= 8) return load<std::uint64_t>(at + left - 8);
    if (size >= 4) return load<std::uint32_t>(at) | load<std::uint32_t>(at + size - 4) << 32U;
    if (size >= 2) return load<std::uint16_t>(at) | load<std::uint16_t>(at + size - 2) << 16U;
    return size == 1 ? load<std::uint8_t>(at) : 0;
}

// One step of the hash; multipliers and shifts of the SplitMix64 finaliser.
std::uint64_t mixed(std::uint64_t hash, std::uint64_t word) {
    hash = (hash ^ word) * 0xBF58476D1CE4E5B9ULL;
    hash ^= hash >> 29U;
    hash *= 0x94D049BB133111EBULL;
    return hash ^ hash >> 32U;
}

// Seeded per table, so that a file cannot be made whose ids all collide. Nothing that is put out depends on it.
std::uint64_t hash_of(std::string_view id, std::uint64_t seed) {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15ULL;  // 2^64 over the golden ratio
    std::uint64_t hash = seed ^ (id.size() * odd);
    const char* at = id.data();
    const char* const end = at + id.size();
    for (; end - at > 8; at += 8) hash = mixed(hash, load<std::uint64_t>(at));
    return mixed(hash, last_word(at, static_cast<std::size_t>(end - at), id.size()));
}

// Tells of most ids that they are not held, never so of one that is: two bits of one word for each. As many words as there are
// is a power of two.
class Filter {
public:
    explicit Filter(std::span<std::uint64_t> words) : words_{words} {}
    void add(std::uint64_t hash) { words_[word_of(hash)] |= bits_of(hash); }
    void prefetch(std::uint64_t hash) const { __builtin_prefetch(&words_[word_of(hash)], 1); }
    [[nodiscard]] bool may_hold(std::uint64_t hash) const { return (words_[word_of(hash)] & bits_of(hash)) == bits_of(hash); }

private:
    [[nodiscard]] std::size_t word_of(std::uint64_t hash) const {
        return static_cast<std::size_t>(hash >> 12U) & (words_.size() - 1);
    }
    static std::uint64_t bits_of(std::uint64_t hash) {
        return (std::uint64_t{1} << (hash & 63U)) | (std::uint64_t{1} << ((hash >> 6U) & 63U));
    }

    std::span<std::uint64_t> words_;
};

// The words of a table of `slots` slots, and behind them those of its filter: together, so that large pages hold both.
class TableMemory {
public:
    static constexpr std::size_t slots_per_filter_word = 16;

    explicit TableMemory(std::size_t slots) : slots_{slots} {
        const std::size_t count = slots + slots / slots_per_filter_word;
        words_.reserve(count);
        prefer_large_pages(words_.data(), count * sizeof(std::uint64_t));
        words_.resize(count);
    }
    [[nodiscard]] std::span<std::uint64_t> slots() { return std::span{words_}.first(slots_); }
    [[nodiscard]] std::span<std::uint64_t> filter() { return std::span{words_}.subspan(slots_); }

private:
    std::vector<std::uint64_t> words_;
    std::size_t slots_;
};

std::string_view before_tab(std::string_view id) { return id.substr(0, id.find('\t')); }

// Whether ids of plain ASCII can look alike: only where one has a capital and another a small letter at the same place. Places
// are taken modulo 64, which finds too much and never too little.
class CaseMasks {
public:
    // False where this id may look like one taken before, or needs a closer look.
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

// The first id of each look. Open addressing on whole hashes; place 0 is an empty slot.
class Looks {
public:
    // The place of the first id with this look, by `is_it`; otherwise enters `place`.
    template <class IsIt>
    [[nodiscard]] std::optional<std::uint64_t> find_or_enter(std::uint64_t hash, std::uint64_t place, IsIt&& is_it) {
        if (2 * (count_ + 1) > slots_.size()) grow();
        std::size_t at = home_of(hash);
        for (; slots_[at].place != 0; at = after(at)) {
            if (slots_[at].hash == hash && is_it(slots_[at].place - 1)) return slots_[at].place - 1;
        }
        slots_[at] = {hash, place + 1};
        ++count_;
        return std::nullopt;
    }

private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint64_t place = 0;
    };
    [[nodiscard]] std::size_t home_of(std::uint64_t hash) const { return static_cast<std::size_t>(hash) & (slots_.size() - 1); }
    [[nodiscard]] std::size_t after(std::size_t at) const { return (at + 1) & (slots_.size() - 1); }
    void grow() {
        auto old = std::exchange(slots_, std::vector<Slot>(2 * slots_.size()));
        for (const Slot& slot : old) {
            if (slot.place == 0) continue;
            std::size_t at = home_of(slot.hash);
            while (slots_[at].place != 0) at = after(at);
            slots_[at] = slot;
        }
    }

    std::vector<Slot> slots_ = std::vector<Slot>(1024);
    std::size_t count_ = 0;
};

}  // namespace

// Open addressing. A slot holds a tag of the hash, so that most ids that differ are told apart without looking at the arena,
// and the place of the entry plus one; zero is an empty slot.
//
// With millions of ids nearly all time would go into waiting for memory. So new ids wait in `pending` until there are enough to
// fetch what they need of the table and the filter together, and the filter, which is small, tells most ids to be new without a
// look at the table.
struct SeenIds::State {
    static constexpr unsigned place_bits = 44;
    static constexpr std::uint64_t place_mask = (std::uint64_t{1} << place_bits) - 1;

    struct Pending {
        std::uint64_t hash;
        std::uint64_t place;
    };

    [[nodiscard]] static std::uint64_t slot_for(const Pending& entry) { return (entry.hash & ~place_mask) | (entry.place + 1); }
    [[nodiscard]] std::size_t home_of(std::uint64_t hash) const { return static_cast<std::size_t>(hash) & (slots.size() - 1); }
    [[nodiscard]] std::size_t after(std::size_t at) const { return (at + 1) & (slots.size() - 1); }

    // The place of the entry with this id, if its slot is filled.
    [[nodiscard]] std::optional<std::uint64_t> find(std::string_view id, std::uint64_t hash) const {
        for (std::size_t at = home_of(hash); slots[at] != 0; at = after(at)) {
            const std::uint64_t place = (slots[at] & place_mask) - 1;
            const bool same_tag = ((slots[at] ^ hash) & ~place_mask) == 0;
            if (same_tag && arena.id_at(place) == id) return place;
        }
        return std::nullopt;
    }

    [[nodiscard]] bool may_hold(std::uint64_t hash) const {
        const auto end = pending.begin() + static_cast<std::ptrdiff_t>(pending_count);
        return filter.may_hold(hash) || std::any_of(pending.begin(), end, [&](const Pending& p) { return p.hash == hash; });
    }

    // Enters those waiting; what they need was asked for when they joined.
    void enter_pending() {
        for (std::size_t i = 0; i < pending_count; ++i) {
            filter.add(pending[i].hash);
            std::size_t at = home_of(pending[i].hash);
            while (slots[at] != 0) at = after(at);
            slots[at] = slot_for(pending[i]);
        }
        pending_count = 0;
    }

    void join_pending(std::uint64_t hash, std::uint64_t place) {
        pending[pending_count++] = {hash, place};
        __builtin_prefetch(&slots[home_of(hash)], 1);
        filter.prefetch(hash);
        if (pending_count == pending.size()) enter_pending();
    }

    // To twice the size, and at once to what a text of this size is likely to need.
    void grow(std::size_t text_bytes) {
        constexpr std::size_t bytes_a_job = 48;
        const std::size_t size = std::max(slots.size() * 2, std::bit_ceil(text_bytes / bytes_a_job));
        memory = TableMemory{0};  // the old goes before the new comes
        memory = TableMemory{size};
        slots = memory.slots();
        filter = Filter{memory.filter()};
        pending_count = 0;  // those waiting are in the arena too
        arena.for_each([this](std::uint64_t place) { join_pending(hash_of(arena.id_at(place), seed), place); });
    }

    [[nodiscard]] std::uint32_t number_of(const base::SourceTextPtr& source) {
        if (sources.empty() || sources.back() != source) sources.push_back(source);
        return static_cast<std::uint32_t>(sources.size() - 1);
    }

    // The first other id that looks like the one at `place`, which is entered.
    [[nodiscard]] std::optional<std::uint64_t> alike_to(std::uint64_t place) {
        const std::string_view id = before_tab(arena.id_at(place));
        std::optional<std::uint64_t> found;
        const auto mine = base::looks_of(id);
        for (const std::string& look : std::span{mine}.first(mine[0] == mine[1] ? 1 : 2)) {
            const auto first = looks->find_or_enter(hash_of(look, seed), place, [&](std::uint64_t other) {
                const auto others = base::looks_of(before_tab(arena.id_at(other)));
                return std::find(others.begin(), others.end(), look) != others.end();
            });
            if (first && !found && before_tab(arena.id_at(*first)) != id) found = first;
        }
        return found;
    }

    // From now on each id is looked at, and those before `last` are caught up with: none of them look alike.
    void begin_looking(std::uint64_t last) {
        looks.emplace();
        arena.for_each([&](std::uint64_t place) {
            if (place != last) static_cast<void>(alike_to(place));
        });
    }

    CaseMasks masks;
    std::optional<Looks> looks;  // nothing while the masks show that no two ids look alike
    std::uint64_t newest = 0;    // where the last id was put
    TableMemory memory{1024};
    std::span<std::uint64_t> slots = memory.slots();
    Filter filter{memory.filter()};
    std::array<Pending, 32> pending{};
    std::size_t pending_count = 0;
    std::size_t count = 0;
    std::string largest;  // of all ids
    Arena arena;
    std::vector<base::SourceTextPtr> sources;
    std::uint64_t seed = (std::uint64_t{std::random_device{}()} << 32U) | std::random_device{}();
};

SeenIds::SeenIds() : state_{std::make_unique<State>()} {}
SeenIds::~SeenIds() = default;
SeenIds::SeenIds(SeenIds&&) noexcept = default;
SeenIds& SeenIds::operator=(SeenIds&&) noexcept = default;

std::optional<base::SourcePosition> SeenIds::add(std::string_view id, const base::SourceTextPtr& source, std::uint32_t line) {
    State& state = *state_;
    const std::uint64_t hash = hash_of(id, state.seed);
    if (id > state.largest) {  // so it is new: lists are often in the order of their ids
        state.largest = id;
    } else if (state.may_hold(hash)) {
        state.enter_pending();
        if (const auto place = state.find(id, hash)) {
            const SeenEntry first = state.arena.entry_at(*place);
            return base::SourcePosition{state.sources[first.source], first.line, 1, 1};
        }
    }
    state.newest = state.arena.add({line, state.number_of(source), id.size()}, id);
    state.join_pending(hash, state.newest);
    if (++state.count * 4 > state.slots.size() * 3) state.grow(source->text.size());
    return std::nullopt;
}

std::optional<SeenIds::Alike> SeenIds::look_alike(std::string_view id) {
    State& state = *state_;
    if (!state.looks) {
        if (state.masks.take(before_tab(id))) return std::nullopt;
        state.begin_looking(state.newest);
    }
    const auto place = state.alike_to(state.newest);
    if (!place) return std::nullopt;
    const SeenEntry first = state.arena.entry_at(*place);
    return Alike{std::string{before_tab(state.arena.id_at(*place))}, {state.sources[first.source], first.line, 1, 1}};
}

}  // namespace je::io
