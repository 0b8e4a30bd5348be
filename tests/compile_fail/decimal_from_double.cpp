// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "je/base/decimal.hpp"

je::base::Decimal whole() { return je::base::Decimal::from_whole(5); }
#ifdef JE_MUST_NOT_COMPILE
je::base::Decimal fraction() { return je::base::Decimal{0.5}; }
#endif
