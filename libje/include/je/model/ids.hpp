// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "je/base/decimal.hpp"
#include "je/base/strong.hpp"

namespace je::model {

using SchemeId = base::Id<struct SchemeKind>;
using SourceId = base::Id<struct SourceKind>;
using GroupId = base::Id<struct GroupKind>;
using FactorId = base::Id<struct FactorKind>;
using LevelId = base::Id<struct LevelKind>;
using FactId = base::Id<struct FactKind>;
using RuleId = base::Id<struct RuleKindOf>;
using BandId = base::Id<struct BandKind>;
using JobId = base::Id<struct JobKind>;
using DocumentId = base::Id<struct DocumentKind>;
using PanelId = base::Id<struct PanelKind>;
using PanellistId = base::Id<struct PanellistKind>;
using AppealId = base::Id<struct AppealKindOf>;
using PostId = base::Id<struct PostKind>;
using QuestionId = base::Id<struct QuestionKind>;

using GroupIndex = base::Index<struct GroupKind>;
using FactorIndex = base::Index<struct FactorKind>;
using LevelIndex = base::Index<struct LevelKind>;
using UnitIndex = base::Index<struct ScoredUnitKind>;
using FactIndex = base::Index<struct FactKind>;
using PanellistIndex = base::Index<struct PanellistKind>;
using BandIndex = base::Index<struct BandKind>;
using QuestionIndex = base::Index<struct QuestionKind>;  // among those of its factor
/// The band of a total or a job, which may be in none.
using BandOrNone = base::OrNone<BandIndex>;

/// For lists by band: "in none" first, then the table's order. Says nothing of what is higher.
struct NoneFirst {
    [[nodiscard]] bool operator()(const BandOrNone& a, const BandOrNone& b) const { return rank(a) < rank(b); }

private:
    [[nodiscard]] static std::size_t rank(const BandOrNone& band) {
        return band.visit([](BandIndex one) { return one.value() + 1; }, [] { return std::size_t{0}; });
    }
};

using Points = base::Quantity<struct PointsKind>;
using Weight = base::Quantity<struct WeightKind>;
using Money = base::Quantity<struct MoneyKind>;

}  // namespace je::model
