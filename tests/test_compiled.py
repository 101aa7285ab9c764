"""The compiled reader: what would be compiled is there, and differences from the sources are shown. Without a build."""

import ast
from importlib import import_module
from pathlib import Path

import pytest
from scripts import compare_readers, compile_reader

import hudna

PACKAGE = Path(hudna.__file__).parent
MODULES = compile_reader.modules(PACKAGE)


def test_every_folder_named_holds_modules() -> None:
    folders = {module.parts[1] for module in MODULES}
    assert folders >= set(compile_reader.COMPILED)


def test_modules_to_compile_are_in_the_sources_and_import() -> None:
    assert len(MODULES) > 100
    for module in MODULES:
        assert (PACKAGE.parent / module).exists(), module
        import_module(".".join(module.with_suffix("").parts))


def test_nothing_is_looked_for_in_a_sequence_with_a_star() -> None:
    """mypyc cannot compile `x in (*A, "y")`: such a set is a constant with a name."""
    for module in MODULES:
        nodes = ast.walk(ast.parse((PACKAGE.parent / module).read_text("utf-8")))
        compared = [other for node in nodes if isinstance(node, ast.Compare) for other in node.comparators]
        written_out = [other for other in compared if isinstance(other, ast.Tuple | ast.List | ast.Set)]
        starred = [other for other in written_out if any(isinstance(part, ast.Starred) for part in other.elts)]
        assert not starred, f"{module}:{starred[0].lineno}"


def test_records_stay_python() -> None:
    assert Path("hudna/records.py") not in MODULES
    assert not [module for module in MODULES if module.stem == "__init__"]


def test_a_whole_figure_differs_from_a_fraction() -> None:
    mine, theirs = {"claims": [{"value": 3, "also": []}]}, {"claims": [{"value": 3.0, "also": []}]}
    assert list(compare_readers.differences(mine, theirs)) == ["claims[0].value: 3 ≠ 3.0"]


def test_what_is_missing_or_longer_differs() -> None:
    assert list(compare_readers.differences({"a": 1}, {"b": [1]})) == ["a: 1 ≠ null", "b: null ≠ [1]"]
    assert list(compare_readers.differences([1], [1, 2])) == [": [1] ≠ [1, 2]"]
    assert not list(compare_readers.differences({"a": [1, None]}, {"a": [1, None]}))


def test_the_order_of_sets_changes_no_reading() -> None:
    texts = [text for text in compare_readers.own_texts() if len(text[0]) > 300]
    readings = [compare_readers.read_with(compare_readers.SOURCES, texts, seed)[1] for seed in (1, 4)]
    assert len(texts) > 20
    for (text, _), one, other in zip(texts, *readings, strict=True):
        assert one == other, text


def test_own_texts_are_compared_without_a_corpus() -> None:
    assert len(compare_readers.own_texts()) > 100


def test_sources_are_not_taken_for_a_compiled_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(compare_readers, "read_with", lambda folder, texts: (folder / "hudna" / "pipeline.py", []))
    with pytest.raises(compare_readers.ReadersDifferError, match="not the sources"):
        compare_readers.compare(compare_readers.SOURCES, compare_readers.SOURCES, [])
