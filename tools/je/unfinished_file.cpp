// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "unfinished_file.hpp"

#include <unistd.h>

#include <array>
#include <atomic>
#include <csignal>
#include <filesystem>
#include <system_error>

namespace je::tool {

namespace {

/// What the handler of a signal may look at: it may neither allocate nor lock.
struct Slot {
    std::array<char, 4096> path;
    std::atomic<bool> taken;
};
static_assert(std::atomic<bool>::is_always_lock_free);

std::array<Slot, 8> slots;  // more files at once, or longer paths, are left as they were before: behind

extern "C" void remove_and_end(int signal) {
    for (const Slot& slot : slots) {
        if (slot.taken.load()) ::unlink(slot.path.data());
    }
    ::raise(signal);  // SA_RESETHAND: it ends the program now
}

void end_by(int signal) {
    struct sigaction before {};
    if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler != SIG_DFL) return;
    struct sigaction action {};
    action.sa_handler = remove_and_end;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    ::sigaction(signal, &action, nullptr);
}

}  // namespace

UnfinishedFile::UnfinishedFile(const std::string& path) : slot_{slots.size()} {
    std::error_code error;
    const std::string whole = std::filesystem::absolute(path, error).string();  // the current folder may change
    if (error || whole.size() >= slots.front().path.size()) return;
    for (const int signal : {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGXCPU}) end_by(signal);
    for (slot_ = 0; slot_ < slots.size() && slots[slot_].taken.load(); ++slot_) {
    }
    if (slot_ == slots.size()) return;
    slots[slot_].path[whole.copy(slots[slot_].path.data(), whole.size())] = '\0';
    slots[slot_].taken.store(true);
}

UnfinishedFile::~UnfinishedFile() {
    if (slot_ < slots.size()) slots[slot_].taken.store(false);
}

}  // namespace je::tool
