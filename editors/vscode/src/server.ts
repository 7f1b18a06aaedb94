// Which program the editor starts as its language server.

/** The settings of the extension. */
export interface Settings {
  /** The command `tryghed`, or its path; nothing stands for the command. */
  command: string;
  /** The language of findings; that of the editor where it is neither Danish nor English. */
  language: string;
}

/** A program with its arguments, as the language client takes it. */
export interface Program {
  command: string;
  args: string[];
}

const LANGUAGES = ["da", "en"];

/** The server that settings ask for; it speaks over standard input and output. */
export function server(settings: Settings): Program {
  const language = LANGUAGES.includes(settings.language) ? ["--lang", settings.language] : [];
  return { command: settings.command.trim() || "tryghed", args: ["lsp", ...language] };
}

/** What to say where the server does not start, in the language asked for, or that of the editor. */
export function notStarted(settings: Settings, editor: string): { text: string; button: string } {
  const { command, args } = server(settings);
  const asked = LANGUAGES.includes(settings.language) ? settings.language : editor;
  const typed = [command, ...args].join(" ");
  return asked.startsWith("da")
    ? {
        text: `\`${typed}\` kunne ikke startes. Installér Tryghed, eller skriv kommandoens sti i indstillingen \`tryghed.command\`.`,
        button: "Åbn indstillingen",
      }
    : {
        text: `\`${typed}\` could not be started. Install Tryghed, or write the command's path in the setting \`tryghed.command\`.`,
        button: "Open the setting",
      };
}
