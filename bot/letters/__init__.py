"""Messages to an employer: drafted, shown, copied or downloaded; never sent."""

from bot.letters.document import as_docx, as_txt, words_as_docx
from bot.letters.draft import FORMS, Form, Letter, Said, draft, load_kinds

__all__ = [
    "FORMS",
    "Form",
    "Letter",
    "Said",
    "as_docx",
    "as_txt",
    "draft",
    "load_kinds",
    "words_as_docx",
]
