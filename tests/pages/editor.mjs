// SPDX-FileCopyrightText: 2026 The libje authors
// SPDX-License-Identifier: Apache-2.0
// Opens files in the YAML language server, as editors do, and prints as JSON what it says of each, and what it offers at places.
//
//     node editor.mjs FOLDER ASKED.json        {"files": [NAME...], "places": [[NAME, LINE, COLUMN]...]}, counted from 0
//
// Schemas are also compiled by ajv: {"schemas": [FILE...], "values": [[SCHEMA, JSON-FILE]...]}
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import Ajv from "ajv/dist/2020.js";

const [folder, asked] = process.argv.slice(2);
const { files, places, schemas, values } = JSON.parse(readFileSync(asked, "utf8"));
const uri = (name) => pathToFileURL(join(folder, name)).href;

/** One language server, spoken to over its standard input. */
class Server {
  constructor() {
    this.process = spawn(process.execPath, [createRequire(import.meta.url).resolve("yaml-language-server/bin/yaml-language-server"), "--stdio"]);
    this.waiting = new Map();
    this.said = new Map();
    this.number = 0;
    let rest = Buffer.alloc(0);
    this.process.stdout.on("data", (part) => {
      rest = Buffer.concat([rest, part]);
      for (;;) {
        const end = rest.indexOf("\r\n\r\n");
        if (end < 0) return;
        const length = Number(/Content-Length: (\d+)/i.exec(rest.subarray(0, end).toString())[1]);
        if (rest.length < end + 4 + length) return;
        this.take(JSON.parse(rest.subarray(end + 4, end + 4 + length).toString()));
        rest = rest.subarray(end + 4 + length);
      }
    });
  }
  send(message) {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    this.process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }
  ask(method, params) {
    const id = ++this.number;
    this.send({ id, method, params });
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }
  take(message) {
    if (message.method === "textDocument/publishDiagnostics") this.said.set(message.params.uri, message.params.diagnostics);
    else if (message.method === "workspace/configuration")
      this.send({ id: message.id, result: message.params.items.map(({ section }) => (section === "yaml" ? { validate: true, completion: true, hover: true, schemaStore: { enable: false } } : {})) });
    else if (message.method && message.id !== undefined) this.send({ id: message.id, result: null });
    else if (this.waiting.has(message.id)) {
      const { resolve, reject } = this.waiting.get(message.id);
      this.waiting.delete(message.id);
      message.error ? reject(new Error(JSON.stringify(message.error))) : resolve(message.result);
    }
  }
}

const late = setTimeout(() => { console.error("the language server does not answer"); process.exit(1); }, 240_000);
const server = new Server();
await server.ask("initialize", {
  processId: process.pid, rootUri: pathToFileURL(folder).href, workspaceFolders: [{ uri: pathToFileURL(folder).href, name: "work" }],
  capabilities: { workspace: { configuration: true, workspaceFolders: true }, textDocument: { publishDiagnostics: {}, completion: { completionItem: { snippetSupport: true } } } },
});
server.send({ method: "initialized", params: {} });
for (const name of files)
  server.send({ method: "textDocument/didOpen", params: { textDocument: { uri: uri(name), languageId: "yaml", version: 1, text: readFileSync(join(folder, name), "utf8") } } });
while (!files.every((name) => server.said.has(uri(name)))) await new Promise((resolve) => setTimeout(resolve, 100));

const result = { said: {}, offered: [], faults: [] };
for (const name of files) result.said[name] = server.said.get(uri(name)).map((one) => [one.range.start.line, one.message]);
for (const [name, line, character] of places) {
  const offered = await server.ask("textDocument/completion", { textDocument: { uri: uri(name) }, position: { line, character } });
  result.offered.push((offered.items ?? offered).map((one) => one.label));
}

const ajv = new Ajv({ allErrors: true, strict: true, strictRequired: false, allowUnionTypes: true, allowMatchingProperties: true, strictTypes: false });
const compiled = new Map(schemas.map((file) => [file, ajv.compile(JSON.parse(readFileSync(file, "utf8")))]));
result.valid = values.map(([schema, file]) => compiled.get(schema)(JSON.parse(readFileSync(file, "utf8"))));
console.log(JSON.stringify(result));
clearTimeout(late);
server.process.kill();
