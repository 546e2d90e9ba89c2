"""`python -m selebaran.cli`, where the command `selebaran` isn't on the path."""

from selebaran.cli.main import main

main()
