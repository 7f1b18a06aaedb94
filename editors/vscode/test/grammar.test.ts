// The colours, by the engine that the editor itself uses.
import assert from "node:assert/strict";
import { globSync } from "tinyglobby";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { createOnigScanner, createOnigString, loadWASM } from "vscode-oniguruma";
import { type IGrammar, INITIAL, parseRawGrammar, Registry } from "vscode-textmate";

const GRAMMAR = "syntaxes/tryghed.tmLanguage.json";
let grammar: IGrammar;

before(async () => {
  const wasm = require.resolve("vscode-oniguruma/release/onig.wasm");
  await loadWASM(readFileSync(wasm));
  const registry = new Registry({
    onigLib: Promise.resolve({ createOnigScanner, createOnigString }),
    loadGrammar: async () => parseRawGrammar(readFileSync(GRAMMAR, "utf8"), GRAMMAR),
  });
  const loaded = await registry.loadGrammar("source.tryghed");
  assert.ok(loaded);
  grammar = loaded;
});

/** The parts of a line, each with its colour; blanks that have none are left out. */
function parts(line: string): [string, string][] {
  return grammar
    .tokenizeLine(line, INITIAL)
    .tokens.map(({ startIndex, endIndex, scopes }): [string, string] => [
      line.slice(startIndex, endIndex),
      (scopes[1] ?? "").replace(/\.tryghed$/, ""),
    ])
    .filter(([text]) => text.trim() !== "");
}

test("a target", () => {
  assert.deepEqual(parts("  utryg -> approach(kbh, by=2020), warn from 60% # note"), [
    ["utryg", "variable.other"],
    ["->", "keyword.operator"],
    ["approach", "entity.name.function"],
    ["(", "punctuation.separator"],
    ["kbh", "variable.other"],
    [",", "punctuation.separator"],
    ["by", "variable.parameter"],
    ["=", "keyword.operator"],
    ["2020", "constant.numeric"],
    [")", "punctuation.separator"],
    [",", "punctuation.separator"],
    ["warn", "keyword.other"],
    ["from", "keyword.other"],
    ["60", "constant.numeric"],
    ["%", "keyword.operator"],
    ["# note", "comment.line.number-sign"],
  ]);
});

test("a declaration, with letters of Danish", () => {
  assert.deepEqual(parts('indicator hærværk "Hærværk", count'), [
    ["indicator", "storage.type"],
    ["hærværk", "entity.name.type"],
    ['"Hærværk"', "string.quoted.double"],
    [",", "punctuation.separator"],
    ["count", "support.type"],
  ]);
});

test("a label, and a target that is called by a keyword", () => {
  assert.deepEqual(parts("  færre: goal <= `indre by`")[0], ["færre", "entity.name.label"]);
  assert.deepEqual(parts("goal <= 5")[0], ["goal", "variable.other"]);
});

test("every word and sign of the specs of this project has a colour", () => {
  const specs = globSync("{specs,examples}/**/*.tryghed", { cwd: "../..", absolute: true });
  assert.notEqual(specs.length, 0);
  for (const spec of specs) {
    for (const line of readFileSync(spec, "utf8").split("\n")) {
      assert.deepEqual(parts(line).filter(([, colour]) => colour === ""), [], line);
    }
  }
});
