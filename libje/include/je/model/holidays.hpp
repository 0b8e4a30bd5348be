// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "je/base/date.hpp"
#include "je/base/diagnostic.hpp"

namespace je::model {

/// What a `je-holidays/1` file says.
struct HolidaysDraft {
    struct Entry {
        base::Located<base::Date> date;
        std::string name;
    };
    base::Located<std::string> id{};
    std::string title{};
    std::string source{};
    std::string url{};
    std::vector<Entry> holidays{};
    base::SourcePosition at{};
};

/// A list of holidays: at least one, each day once, in order.
class Holidays {
public:
    struct Holiday {
        base::Date date;
        std::string name;
    };

    /// Nothing, and why in `diagnostics`, when the list is empty (JE-H01), names a day twice (JE-H02) or is out of order
    /// (JE-H03). A holiday on a Saturday or Sunday is noted (JE-H04): it takes no working day away.
    [[nodiscard]] static std::optional<Holidays> make(const HolidaysDraft& draft, base::Diagnostics& diagnostics);

    [[nodiscard]] const std::string& id() const { return id_; }
    [[nodiscard]] const std::string& title() const { return title_; }
    [[nodiscard]] const std::string& source() const { return source_; }
    [[nodiscard]] const std::string& url() const { return url_; }
    [[nodiscard]] const std::vector<Holiday>& holidays() const { return holidays_; }
    [[nodiscard]] const base::WorkingDays& working_days() const { return working_days_; }

private:
    Holidays() = default;

    std::string id_;
    std::string title_;
    std::string source_;
    std::string url_;
    std::vector<Holiday> holidays_;
    base::WorkingDays working_days_;
};

}  // namespace je::model
