// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// Changes levels and facts of the what-if of pages in headless Chromium, by keyboard alone, and tells what the page then says.
//
//     node what_if_by_keyboard.mjs CHROMIUM PAGE.html... > [[what it shows after each key...] of each page...]
//
// Fails where a page without scripts shows any of it, where a link does not bring a choice back, where reset does not, and where
// an unchanged what-if would be printed.
import { pathToFileURL } from "node:url";
import puppeteer from "puppeteer-core";

const [chromium, ...pages] = process.argv.slice(2);
const browser = await puppeteer.launch({ executablePath: chromium, args: ["--no-sandbox", "--disable-gpu"] });

function fail(path, words) {
  console.error(`${path}: ${words}`);
  process.exit(1);
}

/** Runs in the page: what is chosen, in the tables' own places and texts, and what stands in the cells. */
function state() {
  const section = document.querySelector(".what-if");
  const tables = JSON.parse(section.querySelector("script").textContent);
  const chosen = [...section.querySelectorAll("select, input")].map((field) => (field.options ? field.selectedIndex - 1 : field.value));
  const choices = chosen.slice(tables.factors.length).map((value, i) => tables.facts[i].choices?.[value] ?? (typeof value === "string" && value !== "" ? value : null));
  const cells = Object.fromEntries([...section.querySelectorAll("tr[data-of]")].map((row) => [row.dataset.of, [...row.querySelectorAll("td")].map((cell) => cell.textContent)]));
  return {
    levels: chosen.slice(0, tables.factors.length).map((place, i) => (place < 0 ? null : tables.factors[i].levels[place])), facts: choices, cells,
    said: section.querySelector("output").textContent, told: [...section.querySelectorAll("li")].map((item) => item.textContent),
    link: section.querySelector("a").getAttribute("href"), changed: section.classList.contains("changed"), line: section.querySelector(".caution").innerText,
    shown: section.checkVisibility(), overlaps: [...section.querySelectorAll("svg text")].some((one) => one.getBoundingClientRect().left < -1),
  };
}

const results = [];
for (const path of pages) {
  const address = pathToFileURL(path).href, page = await browser.newPage(), states = [];
  await page.setViewport({ width: 1024, height: 800 });
  page.on("console", (message) => fail(path, message.text()));
  page.on("pageerror", (error) => fail(path, error.message));

  await page.setJavaScriptEnabled(false);
  await page.goto(address);
  await page.setJavaScriptEnabled(true);
  if (await page.$eval(".what-if", (section) => section.checkVisibility())) fail(path, "a page without scripts shows what needs them");

  await page.goto(address);
  const start = await page.evaluate(state);
  states.push(start);
  await page.emulateMediaType("print");
  if (await page.$eval(".what-if", (section) => section.checkVisibility())) fail(path, "an unchanged what-if would be printed");
  await page.emulateMediaType("screen");

  const fields = (await page.$$(".what-if select, .what-if input")).length;
  await page.$eval("#what-if", (section) => { section.tabIndex = -1; section.focus(); });
  for (let i = 0; i < fields; ++i) {
    await page.keyboard.press("Tab");
    const typed = await page.evaluate(() => document.activeElement.tagName === "INPUT");
    if (typed) await page.keyboard.type(String(i));
    else for (const key of ["ArrowDown", "Home", "End", "ArrowUp"].slice(0, 1 + (i % 4))) await page.keyboard.press(key);
    const box = await page.evaluate(() => {
      const field = document.activeElement.getBoundingClientRect(), said = document.querySelector(".what-if output").getBoundingClientRect();
      return [field.top, field.bottom, field.top >= 0 && field.bottom <= innerHeight, field.top >= said.bottom - 1 || field.bottom <= said.top + 1];
    });
    if (box.includes(false)) fail(path, `the field in use is hidden: ${box}`);
    states.push(await page.evaluate(state));
  }
  await page.emulateMediaType("print");
  const printed = await page.$eval(".what-if", (section) => section.innerText);
  if (!printed.includes("A what-if, and no outcome.")) fail(path, "a changed what-if is printed without saying that it is one");
  await page.emulateMediaType("screen");

  const last = states.at(-1), again = await browser.newPage();
  await again.goto(address + last.link + "&no-such-factor=3&%E0%A4%A=1&=&x");
  const linked = await again.evaluate(state);
  for (const key of ["levels", "facts", "cells", "said"])
    if (JSON.stringify(linked[key]) !== JSON.stringify(last[key])) fail(path, `${last.link} gives ${JSON.stringify(linked[key])}, not ${JSON.stringify(last[key])}`);
  await again.close();

  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  const back = await page.evaluate(state);
  if (JSON.stringify(back) !== JSON.stringify(start)) fail(path, `reset gives ${JSON.stringify(back)}`);
  await page.close();
  results.push(states);
}
await browser.close();
console.log(JSON.stringify(results));
