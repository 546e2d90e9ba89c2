"""The machinery that runs pure functions in children behind walls. It knows no district."""
