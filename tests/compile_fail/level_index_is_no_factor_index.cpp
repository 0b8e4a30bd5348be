// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/scheme.hpp"

const je::model::Level& level(const je::model::Factor& factor, je::model::LevelIndex i) { return factor[i]; }
#ifdef JE_MUST_NOT_COMPILE
const je::model::Level& wrong(const je::model::Factor& factor, je::model::FactorIndex i) { return factor[i]; }
#endif
