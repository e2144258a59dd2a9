"""Words: the only place where a value becomes a Japanese or English sentence."""
