"""`hudna learn` end to end on gold files of the project's own."""

from __future__ import annotations

import json
from pathlib import Path

from typer.testing import CliRunner

from hudna.command.main import app
from hudna.lexicon.weights import find_weights, read_weights, write_weights

GOLD = Path(__file__).resolve().parents[2] / "accuracy" / "gold"


def learn(*words: object):
    return CliRunner().invoke(app, ["learn", *map(str, words)])


def test_a_trial_shows_both_figures_and_writes_nothing(tmp_path):
    done = learn(GOLD, "--dry-run", "--folds", 2)
    assert done.exit_code in (0, 1)
    assert [line.split()[0] for line in done.stdout.splitlines()[:2]] == ["F1", "claims"]
    assert not list(tmp_path.iterdir())


def test_weights_that_do_not_help_are_not_written(tmp_path):
    """The rules read their own gold texts well already."""
    done = learn(GOLD, "--out", tmp_path, "--folds", 2)
    assert (tmp_path / "weights" / "event_words.tsv").exists() == (done.exit_code == 0)
    if done.exit_code == 1:
        assert "nothing written" in done.stderr


def test_too_few_documents_are_refused(tmp_path):
    source = next(GOLD.glob("*.json"))
    (tmp_path / source.name).write_bytes(source.read_bytes())
    done = learn(tmp_path, "--dry-run")
    assert (done.exit_code, "too few" in done.stderr) == (2, True)


def test_a_missing_folder_is_named(tmp_path):
    done = learn(tmp_path / "none", "--dry-run")
    assert (done.exit_code, "none" in done.stderr) == (2, True)


def test_out_or_dry_run_must_be_given():
    assert learn(GOLD).exit_code == 2


def test_a_table_is_read_as_it_was_written(tmp_path):
    file = tmp_path / "weights" / "event_words.tsv"
    write_weights(file, "made for a test", [(("before", "خلال"), -1.25), (("always", ""), 0.5)])
    weights = read_weights(file)
    assert len(weights) == 2
    assert weights.chance([("before", "خلال")]) < 0.5 < weights.chance([("always", "")])
    assert list(find_weights([tmp_path, tmp_path / "other"])) == ["event_words"]


def test_a_gold_file_with_a_day_that_is_none_is_named(tmp_path):
    for number, source in enumerate(sorted(GOLD.glob("*.json"))):
        gold = json.loads(source.read_text("utf-8"))
        gold["published"] = "soon" if not number else gold["published"]
        (tmp_path / source.name).write_text(json.dumps(gold), "utf-8")
    done = learn(tmp_path, "--dry-run")
    assert (done.exit_code, "soon" in done.stderr) == (2, True)
