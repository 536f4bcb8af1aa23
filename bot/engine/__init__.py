"""The seam to Rasa: the agent, and the actions run beside it in one process."""

import bot.nlu  # noqa: F401  (it sees to it that Rasa comes without TensorFlow)
