"""How facts are treated on a day: shown, marked, taken out, cited, listed, traced."""
