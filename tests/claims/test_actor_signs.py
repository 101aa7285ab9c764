"""Who may have done an event, and how weights choose among them."""

from __future__ import annotations

from hudna.claims.actor_signs import ActorCandidate, actor_candidates, choose_actors
from hudna.claims.draft import Draft
from hudna.lexicon.weights import to_weights
from hudna.records import Document
from tests.claims.telling import rules

TWO_SENTENCES = "قصفت قوات الوادي بلدة النور. وأصيب ثلاثة مدنيين في غارة تركية على البلدة."
ANNOUNCED = "أعلن الجيش إسقاط طائرة مسيرة فوق التلة."


def drafts(text: str) -> list[Draft]:
    """The events of a text by the rules alone."""
    return [draft for draft, _ in rules().tellings(Document(text=text))]


def named(text: str, kind: str) -> dict[str, ActorCandidate]:
    """The candidates of the first event of a type, by their words."""
    found = drafts(text)
    index = next(number for number, draft in enumerate(found) if draft.type == kind)
    return {text[c.filler.start : c.filler.end]: c for c in actor_candidates(found, text)[index]}


def chosen(text: str, kind: str, *weights: tuple[tuple[str, str], float]) -> list[str]:
    """Whom the weights choose for the first event of a type."""
    found = drafts(text)
    choose_actors(found, text, to_weights(weights))
    draft = next(draft for draft in found if draft.type == kind)
    return [text[f.start : f.end] for f in draft.actors]


def test_what_the_rules_chose_and_what_else_the_sentence_names_are_candidates():
    found = named(TWO_SENTENCES, "air_strike")
    assert found["تركية"].source == "actors"
    assert found["مدنيين"].source == "targets"


def test_who_acted_in_the_sentence_before_is_a_candidate():
    found = named(TWO_SENTENCES, "air_strike")
    assert found["قوات الوادي"].source == "before"
    assert found["قوات الوادي"].back == 1
    assert ("earlier", "1 actors False") in found["قوات الوادي"].signs


def test_signs_hold_no_names():
    for candidate in (*named(TWO_SENTENCES, "air_strike").values(), *named(ANNOUNCED, "interception").values()):
        assert not any("الوادي" in value or "جيش" in value for _, value in candidate.signs)


def test_weights_leave_out_whom_the_rules_chose():
    assert chosen(TWO_SENTENCES, "air_strike", (("always", ""), -5.0)) == []


def test_weights_take_in_whom_the_rules_left_out():
    likely = (("source", "before"), 9.0), (("always", ""), -5.0)
    assert chosen(TWO_SENTENCES, "air_strike", *likely) == ["قوات الوادي"]


def test_of_two_names_of_one_party_the_likelier_stays():
    text = "قصف الجيش السوري البلدة قبل أن ينسحب الجيش السوري من التلة."
    assert chosen(text, "shelling", (("kind", "actor state_force"), 9.0), (("always", ""), -5.0)) == ["الجيش السوري"]


def test_a_sentence_tells_how_a_noun_stands_to_the_event_word():
    signs = dict(named(ANNOUNCED, "interception")["الجيش"].signs)
    assert signs["where"].startswith("before noun") or signs["where"].startswith("before phrase")
    assert signs["speaker"].startswith("True")
