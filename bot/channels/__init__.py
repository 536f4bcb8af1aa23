"""Our channels: verify, limit the rate, pseudonymise, drop doubles, then hand to the guide."""
