"""Plans, builds, and publishes finished web roots. Orchestrates the stages; knows no engine."""
