"""Plans, builds and swaps finished web roots into dist/. Orchestrates the stages; knows no engine."""
