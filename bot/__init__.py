"""The Good Work Guide: the core, and its seams to Rasa, the channels and the command line."""
