"""Rasa's custom actions: thin, one module for each capability."""
