"""`saksi check` on the words: a text missing in one language, a variable only one has, a line nobody understands."""

from __future__ import annotations

import pytest

from bot.words.audit import differences

pytestmark = pytest.mark.unit


def test_two_languages_that_say_the_same_are_fine() -> None:
    assert (
        differences(
            {
                "id": "halo = Halo { $name }\n    .short = H\n",
                "en": "halo = Hello { $name }\n    .short = H\n",
            }
        )
        == []
    )


def test_a_text_or_an_attribute_missing_in_one_language_is_told() -> None:
    assert differences({"id": "a = A\nb = B\n    .x = X\n", "en": "a = A\nb = B\n"}) == [
        "words/en.ftl: b.x is missing."
    ]


def test_a_variable_that_only_one_language_has_is_told() -> None:
    assert differences({"id": "a = { $ticket }", "en": "a = { $tickt }"}) == [
        "words/id.ftl: a has $ticket, and no other language has.",
        "words/en.ftl: a has $tickt, and no other language has.",
    ]


def test_choosing_by_a_variable_is_each_languages_own_matter() -> None:
    plural = "a = { $count ->\n    [one] one file\n   *[other] { $count } files\n}\n"
    assert differences({"id": "a = { $count } berkas\n", "en": plural}) == []
    assert (
        differences({"id": "a = berkas\n", "en": "a = { $count ->\n    [one] file\n   *[other] files\n}\n"})
        == []
    )


def test_a_line_that_is_no_text_is_told() -> None:
    assert differences({"id": "a = A\nthis is not fluent\n", "en": "a = A\n"}) == [
        "words/id.ftl: not understood: this is not fluent"
    ]
