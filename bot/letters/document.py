"""A drafted message as a file to download: plain text or a Word document."""

from __future__ import annotations

from io import BytesIO

from docx import Document
from docx.shared import Pt

from bot.letters.draft import Form, Letter


def as_txt(letter: Letter, form: Form = "letter") -> str:
    """Return the message as plain text, with a line break at its end."""
    return letter.bodies[form] + "\n"


def as_docx(letter: Letter, form: Form = "letter") -> bytes:
    """Return the message as a Word document (.docx)."""
    return words_as_docx(letter.title, letter.bodies[form], letter.subject)


def words_as_docx(title: str, words: str, bold: str = "") -> bytes:
    """Return words as a Word document: one paragraph for each of its blocks.

    The document names no author: what the person fills in stays theirs.

    Args:
        title: the document's title.
        words: blocks parted by an empty line.
        bold: the block that is printed bold, such as the subject line.
    """
    document = Document()
    document.core_properties.author = ""
    document.core_properties.title = title
    style = document.styles["Normal"]
    style.font.name = "Arial"
    style.font.size = Pt(11)
    for block in words.split("\n\n"):
        lines = block.split("\n")
        paragraph = document.add_paragraph()
        for place, line in enumerate(lines):
            run = paragraph.add_run(line)
            run.bold = bool(bold) and block == bold
            if place < len(lines) - 1:
                run.add_break()
    buffer = BytesIO()
    document.save(buffer)
    return buffer.getvalue()
