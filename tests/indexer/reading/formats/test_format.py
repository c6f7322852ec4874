"""What a file is taken for, and how text is decoded."""

from __future__ import annotations

import pytest
from crafted_files import docx_of, pdf_of, saved
from hypothesis import given
from hypothesis import strategies as st

from indexer.reading.formats.format import Format, Unreadable, decode, format_of


@pytest.mark.parametrize("suffix", [".pdf", ".txt", ".docx", ".html"])
def test_a_pdf_is_a_pdf_whatever_its_name(suffix: str) -> None:
    assert format_of(pdf_of(["words"]), suffix) is Format.PDF


@pytest.mark.parametrize("suffix", [".pdf", ".txt", ".docx"])
def test_a_word_document_is_one_whatever_its_name(suffix: str) -> None:
    assert format_of(saved(docx_of(("words", ""))), suffix) is Format.WORD


@pytest.mark.parametrize(
    "page", [b"<!doctype HTML><p>", b"\n <html lang=en>", b"<?xml version='1.0'?><!-- x -->\n<!DOCTYPE html>"]
)
def test_a_web_page_is_one_whatever_its_name(page: bytes) -> None:
    assert format_of(page, ".txt") is Format.HTML


def test_a_web_page_in_utf_16_is_one() -> None:
    assert format_of("<!doctype html><p>".encode("utf-16"), ".pdf") is Format.HTML


@pytest.mark.parametrize("text", [b"Minutes", b"<p>in markdown", b"The form %PDF-1.7 is a standard", b"caf\xe9"])
def test_text_is_text(text: bytes) -> None:
    assert format_of(text, ".md") is Format.TEXT


def test_text_named_pdf_is_text() -> None:
    assert format_of(b"Not found: the paper has moved", ".pdf") is Format.TEXT


@pytest.mark.parametrize(
    ("data", "suffix", "sentence"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), ".docx", "It is an old Office file"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            ".docx",
            "It is protected by a password",
        ),
        (b"Rar!\x1a", ".docx", r"It is really an archive \(RAR\)"),
        (b"GIF89a", ".pdf", r"It is really a picture \(GIF\)"),
        (b"PK\x03\x04 cut off", ".docx", "It is a damaged or cut-off Word document or zip file"),
        (b"words", ".docx", "It is not a Word document, or it is damaged"),
    ],
)
def test_what_cannot_be_read_is_named(data: bytes, suffix: str, sentence: str) -> None:
    with pytest.raises(Unreadable, match=sentence):
        format_of(data, suffix)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_decoded_from_the_usual_encodings(encoding: str) -> None:
    assert decode("Café – £5\r\nnext\rlast".encode(encoding)) == "Café – £5\nnext\nlast"


@pytest.mark.parametrize("data", [b"a\0b", b"\x01\x02\x03words", bytes(range(256))])
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(Unreadable, match="binary data"):
        decode(data)


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff"), min_size=1))
def test_text_in_utf_8_comes_back_as_it_was(text: str) -> None:
    assert decode(text.encode()) == text


@given(st.binary(max_size=300), st.sampled_from([".pdf", ".txt", ".md", ".html", ".docx"]))
def test_any_bytes_have_a_format_or_a_reason(data: bytes, suffix: str) -> None:
    try:
        answer = format_of(data, suffix).value
    except Unreadable as reason:
        answer = str(reason)
    assert answer in set(Format) or answer.endswith(".")
