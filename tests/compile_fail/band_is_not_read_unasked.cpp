// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/model/ids.hpp"

bool in_the_lowest(const je::model::BandOrNone& band) { return band == je::model::BandIndex{0}; }
#ifdef JE_MUST_NOT_COMPILE
je::model::BandIndex read(const je::model::BandOrNone& band) { return *band; }
#endif
