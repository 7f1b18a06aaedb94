// Which program the settings ask for, and what is said where there is none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { notStarted, server } from "../src/server";

test("the language server is `tryghed lsp`", () => {
  assert.deepEqual(server({ command: "tryghed", language: "editor" }), {
    command: "tryghed",
    args: ["lsp"],
  });
});

test("a path and a language are handed on as they are", () => {
  const settings = { command: "C:\\Tryghed filer\\tryghed.exe", language: "da" };
  assert.deepEqual(server(settings), { command: settings.command, args: ["lsp", "--lang", "da"] });
});

test("a setting that was emptied stands for the command", () => {
  assert.equal(server({ command: " ", language: "" }).command, "tryghed");
});

test("what is said follows the setting, and else the editor", () => {
  const settings = { command: "tryghed", language: "editor" };
  assert.match(notStarted(settings, "en").text, /could not be started/);
  assert.match(notStarted(settings, "da").text, /kunne ikke startes/);
  assert.match(notStarted({ ...settings, language: "en" }, "da").text, /could not be started/);
});
