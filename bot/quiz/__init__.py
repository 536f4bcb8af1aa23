"""A quiz on rights: short rounds whose right answers come from dated facts."""

from bot.quiz.questions import Posed, Question, load_questions, pose

__all__ = ["Posed", "Question", "load_questions", "pose"]
