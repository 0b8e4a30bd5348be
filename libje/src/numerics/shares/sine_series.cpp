// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#include "numerics/shares/sine_series.hpp"

#include <numbers>
#include <utility>

#include "numerics/shares/number_pair.hpp"

namespace je::numerics {

namespace {

constexpr std::size_t pairs = sine_lanes / 2;

/// Taylor's polynomials, 0 <= angle <= pi / 4: what is left out is below 3e-18.
SineCosine of_small(double angle) {
    const double square = angle * angle;
    double sine = 1;
    double cosine = 1;
    for (double k = 16; k >= 2; k -= 2) {
        sine = 1 - square / (k * (k + 1)) * sine;
        cosine = 1 - square / (k * (k - 1)) * cosine;
    }
    return {angle * sine, cosine};
}

SineCosine turned(SineCosine a, SineCosine by) {
    return {a.sine * by.cosine + a.cosine * by.sine, a.cosine * by.cosine - a.sine * by.sine};
}

/// Of pi times `turn`, from 0 to 1. Error below 2^-52, relative to the sine where that is small.
SineCosine sine_of_half_turns(double turn) {
    const double acute = turn > 0.5 ? 1 - turn : turn;  // both differences are exact
    const bool steep = acute > 0.25;
    SineCosine result = of_small(std::numbers::pi * (steep ? 0.5 - acute : acute));
    if (steep) std::swap(result.sine, result.cosine);
    if (turn > 0.5) result.cosine = -result.cosine;
    return result;
}

/// Eight multiples of an angle, one after the other, and the step to the next eight.
struct Rotation {
    NumberPair sine[pairs];
    NumberPair cosine[pairs];
    SineCosine step;

    explicit Rotation(double turn) {
        const SineCosine one = sine_of_half_turns(turn);
        SineCosine at = one;
        for (std::size_t lane = 0; lane < sine_lanes; ++lane) {
            sine[lane / 2][lane % 2] = at.sine;
            cosine[lane / 2][lane % 2] = at.cosine;
            step = at;
            at = turned(at, one);
        }
    }

    void advance() {
        for (std::size_t i = 0; i < pairs; ++i) {
            const NumberPair next = sine[i] * step.cosine + cosine[i] * step.sine;
            cosine[i] = cosine[i] * step.cosine - sine[i] * step.sine;
            sine[i] = next;
        }
    }
};

}  // namespace

void multiply_by_sinc(double turn, std::span<const double> inverses, std::span<double> products) {
    const double inverse = 1 / (std::numbers::pi * turn);
    Rotation rotation{turn};
    for (std::size_t n = 0; n < products.size(); n += sine_lanes) {
        for (std::size_t i = 0; i < pairs; ++i) {
            double* at = products.data() + n + 2 * i;
            store_pair(at, load_pair(at) * (rotation.sine[i] * inverse * load_pair(inverses.data() + n + 2 * i)));
        }
        rotation.advance();
    }
}

SineCosine sum_series(double turn, std::span<const double> coefficients) {
    NumberPair sines[pairs] = {};
    NumberPair cosines[pairs] = {};
    Rotation rotation{turn};
    for (std::size_t n = 0; n < coefficients.size(); n += sine_lanes) {
        for (std::size_t i = 0; i < pairs; ++i) {
            const NumberPair coefficient = load_pair(coefficients.data() + n + 2 * i);
            sines[i] += coefficient * rotation.sine[i];
            cosines[i] += coefficient * rotation.cosine[i];
        }
        rotation.advance();
    }
    const NumberPair sine = (sines[0] + sines[1]) + (sines[2] + sines[3]);
    const NumberPair cosine = (cosines[0] + cosines[1]) + (cosines[2] + cosines[3]);
    return {sine[0] + sine[1], cosine[0] + cosine[1]};
}

}  // namespace je::numerics
