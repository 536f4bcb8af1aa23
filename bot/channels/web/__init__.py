"""The web channel: signed sessions, JSON in and out."""
