"""The staff page: key workers sign in, see who waits, answer and hand back; without script."""
