"""A tutorial: files that are written and changed, and commands, in the order of the page.

What stands behind the opening fence says what its reader does with a block:

- `tryghed NAME`, `csv NAME`: writes the file, whole.
- `… NAME below`: adds the block at the file's end, in a spec below an empty line.
- `… NAME line 12`: writes the block's one line in place of the file's line 12, which has to begin
  as it does.
- `console`: types what stands behind `$`.
- `sh`: what is done once on a machine, and not here.

Files are saved as Notepad and Excel save them on Windows: with its ends of lines, and figures with
Excel's mark at the start.
"""

from pathlib import Path

from support.documents import Block

_ALIKE = 2  # letters; a line is misspelt on purpose
_WRITTEN = {"tryghed": "utf-8", "csv": "utf-8-sig"}


def is_written(block: Block) -> bool:
    """Whether the reader of a block writes in a file."""
    return block.kind in _WRITTEN


def write(block: Block, folder: Path) -> None:
    """Do in a folder what a block has its reader write."""
    name, *change = block.info.split()
    path, encoding = folder / name, _WRITTEN[block.kind]
    before = path.read_text(encoding) if change else ""
    path.write_text(_after(before, change, block), encoding, newline="\r\n")


def _after(before: str, change: list[str], block: Block) -> str:
    match change:
        case []:
            return block.body
        case ["below"]:
            return before + ("\n" if block.kind == "tryghed" else "") + block.body
        case ["line", number]:
            lines = before.splitlines(keepends=True)
            old, new = lines[int(number) - 1], block.body
            assert old.split()[0][:_ALIKE] == new.split()[0][:_ALIKE], f"line {block.line}: {old}"
            return "".join([*lines[: int(number) - 1], new, *lines[int(number) :]])
    message = f"line {block.line} does not say what is done with {block.info}"
    raise ValueError(message)
