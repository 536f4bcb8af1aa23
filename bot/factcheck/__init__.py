"""Every sentence that the guide can say on a day, with its facts and sources, for an expert."""

from bot.factcheck.report import Page, pages, to_html

__all__ = ["Page", "pages", "to_html"]
