"""Keys stay the same; texts fit into any database without moving an offset."""

from __future__ import annotations

import pytest

from observatory.records.identity import claim_keys, document_key, storable


@pytest.mark.parametrize("odd", ["\0", "\ud800", "\udfff"])
def test_what_no_database_takes_is_replaced_by_one_character(odd):
    text = f"قصف{odd} البلدة"
    assert storable(text) == "قصف\ufffd البلدة"
    assert len(storable(text)) == len(text)


def test_a_text_that_fits_stays_itself():
    text = "قصف البلدة 😀"
    assert storable(text) is text


def claim(kind: str, start: int) -> dict:
    """As much of a claim as its key is made of."""
    return {"type": kind, "trigger": {"start": start, "end": start + 3, "text": "قصف"}}


def test_a_claim_keeps_its_key_whatever_else_is_read():
    (alone,) = claim_keys("abc", [claim("shelling", 10)])
    among = claim_keys("abc", [claim("killing", 2), claim("shelling", 10), claim("shelling", 30)])
    assert among[1] == alone
    assert len(set(among)) == 3


def test_claims_of_one_word_have_keys_of_their_own():
    assert len(set(claim_keys("abc", [claim("shelling", 10)] * 3))) == 3


def test_claims_of_two_documents_have_keys_of_their_own():
    assert claim_keys("abc", [claim("shelling", 10)]) != claim_keys("abd", [claim("shelling", 10)])


def test_a_document_is_named_after_the_hash_of_its_bytes():
    assert document_key("0123456789abcdef" * 4) == "0123456789abcdef0123"
