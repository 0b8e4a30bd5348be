// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/ids.hpp"

bool same(const je::model::FactorId& a, const je::model::FactorId& b) { return a == b; }
#ifdef JE_MUST_NOT_COMPILE
bool mixed(const je::model::FactorId& a, const je::model::BandId& b) { return a == b; }
#endif
