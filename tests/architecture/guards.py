"""The guards: each takes what it guards as an argument, so that a test can plant a fault.

Every guard returns the offences that it found, in words; none means that all is well.
"""

import ast
import importlib.util
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).parents[2]
SOURCE = ROOT / "src" / "jpki_desktop"
CATALOGUE = ROOT / "resources" / "translations" / "ja.ts"
BIN = Path(sys.executable).parent

Text = tuple[str, str]


def modules(folder: Path) -> list[Path]:
    return sorted(folder.rglob("*.py"))


# --- imports ------------------------------------------------------------------------------------


def forbidden_imports(files: Iterable[Path], packages: tuple[str, ...]) -> list[str]:
    """Any import of a package, at the top or inside a function, also of its parts."""
    return [
        f"{file.name}: {name}"
        for file in files
        for name in _imported(ast.parse(file.read_text(encoding="utf-8")))
        if any(name == package or name.startswith(f"{package}.") for package in packages)
    ]


def _imported(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            module = node.module or ""
            yield from (f"{module}.{alias.name}" for alias in node.names)


def loaded_by(module: str, unwanted: tuple[str, ...]) -> list[str]:
    """The unwanted modules that come along when `module` is imported, in a process of its own."""
    program = f"import sys, {module}; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    return sorted(set(done.stdout.split()) & set(unwanted))


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    """The contracts of pyproject.toml, applied to the sources below `root`."""
    return subprocess.run(
        [str(BIN / "lint-imports"), "--no-cache"],
        cwd=root,
        env={"PYTHONPATH": str(root / "src"), "PATH": "/usr/bin:/bin", "PYTHONUTF8": "1"},
        capture_output=True,
        text=True,
        check=False,
    )


def too_long(files: Iterable[Path], most: int) -> list[str]:
    counted = {file: len(file.read_text(encoding="utf-8").splitlines()) for file in files}
    return [f"{file}: {lines} lines" for file, lines in counted.items() if lines > most]


# --- texts --------------------------------------------------------------------------------------


def translations_of_no_constant(files: Iterable[Path]) -> list[str]:
    """Calls of translate() whose two arguments are not two constant strings."""
    return [
        f"{file.name}:{call.lineno}: {ast.unparse(call)}"
        for file in files
        for call in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and _is_translate(call.func) and not _is_constant(call)
    ]


def _is_translate(function: ast.expr) -> bool:
    name = getattr(function, "attr", None) or getattr(function, "id", None)
    return name in ("translate", "tr")


def _is_constant(call: ast.Call) -> bool:
    if isinstance(call.func, ast.Attribute) and not isinstance(call.func.value, ast.Name):
        # QTranslator.translate itself, inside our own function.
        return True
    words = [it.value for it in call.args if isinstance(it, ast.Constant)]
    return len(call.args) == len(words) == 2 and all(isinstance(word, str) for word in words)


def messages(catalogue: Path) -> list[tuple[str, str, str, str]]:
    """All entries as (context, source, translation, state)."""
    tree = ET.parse(catalogue)  # noqa: S314 - a file of our own
    found = []
    for context in tree.iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            found.append(
                (
                    context.findtext("name") or "",
                    message.findtext("source") or "",
                    ("" if translation is None else translation.text) or "",
                    "" if translation is None else translation.get("type", ""),
                )
            )
    return found


def faulty_translations(catalogue: Path) -> list[str]:
    """Entries that are unfinished, empty, or lose a placeholder or a mnemonic."""
    offences = []
    for context, source, translation, state in messages(catalogue):
        where = f"{context}: {source!r}"
        if state or not translation:
            offences.append(f"{where}: {state or 'empty'}")
        elif _placeholders(source) != _placeholders(translation):
            offences.append(f"{where}: placeholders")
        elif not _mnemonics(source) == _mnemonics(translation) <= 1:
            offences.append(f"{where}: mnemonics")
    return offences


def _placeholders(text: str) -> Counter[str]:
    return Counter(re.findall(r"\{\w*\}|%n|%\d", text))


def _mnemonics(text: str) -> int:
    return len(re.findall(r"&(?=\S)", text.replace("&&", "")))


def differing_texts(catalogue: Path, sources: Path, folder: Path) -> list[str]:
    """Texts of the sources that the catalogue lacks, and texts that no source has any more."""
    fresh = folder / "fresh.ts"
    subprocess.run(
        [
            *(str(BIN / "pyside6-lupdate"), "-silent", "-extensions", "py", "-locations", "none"),
            *("-no-obsolete", str(sources), "-ts", str(fresh)),
        ],
        check=True,
        capture_output=True,
    )
    known, wanted = _texts(catalogue), _texts(fresh)
    return [
        *(f"missing: {context}: {text!r}" for context, text in sorted(wanted - known)),
        *(f"unused: {context}: {text!r}" for context, text in sorted(known - wanted)),
    ]


def _texts(catalogue: Path) -> set[Text]:
    return {(context, source) for context, source, _, _ in messages(catalogue)}


# --- words that have no place in the tree -------------------------------------------------------

_SKIPPED = {".git", ".venv", "__pycache__", "build", "dist", "node_modules"}


def tree(root: Path) -> Iterator[Path]:
    """Every text file that could be given to somebody; caches and hidden folders are not."""
    for path in sorted(root.iterdir()):
        if path.name in _SKIPPED or path.name.endswith("_cache") or path.name == ".hypothesis":
            continue
        if path.is_dir() and not path.is_symlink():
            yield from tree(path)
        elif path.is_file():
            yield path


def forbidden_words(files: Iterable[Path], needles: Iterable[str]) -> list[str]:
    pattern = re.compile("|".join(needles))
    offences = []
    for file in files:
        try:
            text = file.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        offences += [f"{file}: {found.group()}" for found in pattern.finditer(text)]
    return offences


def needles() -> list[str]:
    """Built from pieces, so that this file does not contain them."""
    folders = ("work", "root", "home/[a-z]+")
    hosts = ("pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.org", "proxy" + r"\.golang")
    # A path is one where no word stands before it: some/work/ is not.
    paths = [r"(?<![\w.~\-}])/" + folder + "/" for folder in folders]
    options = [r"--(extra-)?" + "index-url", "[Aa]rti" + "factory"]
    return [*hosts, *paths, *options]


# --- benchmarks ---------------------------------------------------------------------------------


def benchmark(name: str) -> ModuleType:
    """A module of the folder of benchmarks, which is no package of the program."""
    file = ROOT / "benchmarks" / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"bench_{name}", file)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[f"bench_{name}"] = module
    spec.loader.exec_module(module)
    return module
