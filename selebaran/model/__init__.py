"""The nouns: frozen values that every stage takes and returns. No input or output happens here."""
