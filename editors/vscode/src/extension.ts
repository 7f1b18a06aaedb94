// The extension: starts the language server, and starts it again when a setting changes.
import { commands, env, type ExtensionContext, window, workspace } from "vscode";
import { LanguageClient } from "vscode-languageclient/node";
import { notStarted, server, type Settings } from "./server";

let client: LanguageClient | undefined;
// Starts and stops follow one another, so that no server is left behind.
let last: Promise<void> = Promise.resolve();

export async function activate(context: ExtensionContext): Promise<void> {
  context.subscriptions.push(
    commands.registerCommand("tryghed.restart", restart),
    workspace.onDidChangeConfiguration((change) => {
      if (change.affectsConfiguration("tryghed")) {
        void restart();
      }
    }),
  );
  await restart();
}

export async function deactivate(): Promise<void> {
  await last;
  await stop();
}

function restart(): Promise<void> {
  last = last.then(stop).then(start);
  return last;
}

async function stop(): Promise<void> {
  const running = client;
  client = undefined;
  if (running?.isRunning()) {
    await running.stop();
  }
}

async function start(): Promise<void> {
  const settings = read();
  const starting = new LanguageClient("tryghed", "Tryghed", server(settings), {
    documentSelector: [{ language: "tryghed" }],
  });
  try {
    await starting.start();
    client = starting;
  } catch {
    void tell(settings);
  }
}

function read(): Settings {
  const settings = workspace.getConfiguration("tryghed");
  return { command: settings.get("command", "tryghed"), language: settings.get("language", "editor") };
}

async function tell(settings: Settings): Promise<void> {
  const { text, button } = notStarted(settings, env.language);
  if ((await window.showErrorMessage(text, button)) === button) {
    await commands.executeCommand("workbench.action.openSettings", "tryghed.command");
  }
}
