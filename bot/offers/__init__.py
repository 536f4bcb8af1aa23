"""A job offer: understood, held against the law, weighed and explained."""
