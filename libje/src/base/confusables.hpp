// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <array>
#include <cstdint>

namespace je::base {

struct Confusable {
    std::uint16_t code;
    char looks_like;
};

// Letters of the Latin, Greek, Cyrillic, Armenian and Cherokee scripts, dashes and apostrophes that Unicode's table of
// confusable characters gives one ASCII character for: UTS #39, confusables.txt 13.0.0 of 2020-02-13. Three things differ from
// it: capitals that look like I are I and not l, since ids tell those apart; U+2014 and U+2015 are dashes too; what NFKD undoes
// is left out.
constexpr std::array<Confusable, 199> confusables{{
    {0x0131, 'i'},  {0x0184, 'b'},  {0x018D, 'g'},  {0x0196, 'I'},  {0x01A6, 'R'},  {0x01A7, '2'},  {0x01B7, '3'},
    {0x01BC, '5'},  {0x01BD, 's'},  {0x01C0, 'l'},  {0x021C, '3'},  {0x0222, '8'},  {0x0223, '8'},  {0x0251, 'a'},
    {0x0261, 'g'},  {0x0263, 'y'},  {0x0269, 'i'},  {0x026A, 'i'},  {0x026F, 'w'},  {0x028B, 'u'},  {0x028F, 'y'},
    {0x02B9, '\''}, {0x02BB, '\''}, {0x02BC, '\''}, {0x02BD, '\''}, {0x02BE, '\''}, {0x02C8, '\''}, {0x02CA, '\''},
    {0x02CB, '\''}, {0x02D7, '-'},  {0x02F4, '\''}, {0x037F, 'J'},  {0x0391, 'A'},  {0x0392, 'B'},  {0x0395, 'E'},
    {0x0396, 'Z'},  {0x0397, 'H'},  {0x0399, 'I'},  {0x039A, 'K'},  {0x039C, 'M'},  {0x039D, 'N'},  {0x039F, 'O'},
    {0x03A1, 'P'},  {0x03A4, 'T'},  {0x03A5, 'Y'},  {0x03A7, 'X'},  {0x03B1, 'a'},  {0x03B3, 'y'},  {0x03B9, 'i'},
    {0x03BD, 'v'},  {0x03BF, 'o'},  {0x03C1, 'p'},  {0x03C3, 'o'},  {0x03C5, 'u'},  {0x03DC, 'F'},  {0x03F3, 'j'},
    {0x03FA, 'M'},  {0x0405, 'S'},  {0x0406, 'I'},  {0x0408, 'J'},  {0x0410, 'A'},  {0x0412, 'B'},  {0x0415, 'E'},
    {0x0417, '3'},  {0x041A, 'K'},  {0x041C, 'M'},  {0x041D, 'H'},  {0x041E, 'O'},  {0x0420, 'P'},  {0x0421, 'C'},
    {0x0422, 'T'},  {0x0423, 'Y'},  {0x0425, 'X'},  {0x042C, 'b'},  {0x0430, 'a'},  {0x0431, '6'},  {0x0433, 'r'},
    {0x0435, 'e'},  {0x043E, 'o'},  {0x0440, 'p'},  {0x0441, 'c'},  {0x0443, 'y'},  {0x0445, 'x'},  {0x0455, 's'},
    {0x0456, 'i'},  {0x0458, 'j'},  {0x0461, 'w'},  {0x0474, 'V'},  {0x0475, 'v'},  {0x04AE, 'Y'},  {0x04AF, 'y'},
    {0x04BB, 'h'},  {0x04BD, 'e'},  {0x04C0, 'I'},  {0x04CF, 'i'},  {0x04E0, '3'},  {0x0501, 'd'},  {0x050C, 'G'},
    {0x051B, 'q'},  {0x051C, 'W'},  {0x051D, 'w'},  {0x054D, 'U'},  {0x054F, 'S'},  {0x0555, 'O'},  {0x055A, '\''},
    {0x055D, '\''}, {0x0561, 'w'},  {0x0563, 'q'},  {0x0566, 'q'},  {0x0570, 'h'},  {0x0578, 'n'},  {0x057C, 'n'},
    {0x057D, 'u'},  {0x0581, 'g'},  {0x0584, 'f'},  {0x0585, 'o'},  {0x13A0, 'D'},  {0x13A1, 'R'},  {0x13A2, 'T'},
    {0x13A5, 'i'},  {0x13A9, 'Y'},  {0x13AA, 'A'},  {0x13AB, 'J'},  {0x13AC, 'E'},  {0x13B3, 'W'},  {0x13B7, 'M'},
    {0x13BB, 'H'},  {0x13BD, 'Y'},  {0x13C0, 'G'},  {0x13C2, 'h'},  {0x13C3, 'Z'},  {0x13CE, '4'},  {0x13CF, 'b'},
    {0x13D2, 'R'},  {0x13D4, 'W'},  {0x13D5, 'S'},  {0x13D9, 'V'},  {0x13DA, 'S'},  {0x13DE, 'L'},  {0x13DF, 'C'},
    {0x13E2, 'P'},  {0x13E6, 'K'},  {0x13E7, 'd'},  {0x13EE, '6'},  {0x13F3, 'G'},  {0x13F4, 'B'},  {0x1D04, 'c'},
    {0x1D0F, 'o'},  {0x1D11, 'o'},  {0x1D1C, 'u'},  {0x1D20, 'v'},  {0x1D21, 'w'},  {0x1D22, 'z'},  {0x1D26, 'r'},
    {0x1D83, 'g'},  {0x1D8C, 'y'},  {0x1E9D, 'f'},  {0x1EFF, 'y'},  {0x2010, '-'},  {0x2012, '-'},  {0x2013, '-'},
    {0x2014, '-'},  {0x2015, '-'},  {0x2018, '\''}, {0x2019, '\''}, {0x201B, '\''}, {0x2032, '\''}, {0x2035, '\''},
    {0x2043, '-'},  {0x2212, '-'},  {0xA644, '2'},  {0xA647, 'i'},  {0xA731, 's'},  {0xA75A, '2'},  {0xA76A, '3'},
    {0xA76E, '9'},  {0xA78C, '\''}, {0xA798, 'F'},  {0xA799, 'f'},  {0xA79F, 'u'},  {0xA7AB, '3'},  {0xA7B2, 'J'},
    {0xA7B3, 'X'},  {0xA7B4, 'B'},  {0xAB32, 'e'},  {0xAB35, 'f'},  {0xAB3D, 'o'},  {0xAB47, 'r'},  {0xAB48, 'r'},
    {0xAB4E, 'u'},  {0xAB52, 'u'},  {0xAB5A, 'y'},  {0xAB75, 'i'},  {0xAB81, 'r'},  {0xAB83, 'w'},  {0xAB93, 'z'},
    {0xABA9, 'v'},  {0xABAA, 's'},  {0xABAF, 'c'},
}};

}  // namespace je::base
