"""The front door: `python build.py [SLUG…]` is `selebaran build [SLUG…]`, run in .venv where there is one."""

import os
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
VENV = HERE / ".venv"

if __name__ == "__main__":
    python = VENV / "bin" / "python"
    if python.is_file() and Path(sys.prefix).resolve() != VENV.resolve():
        os.execv(python, [str(python), str(HERE / "build.py"), *sys.argv[1:]])
    try:
        from selebaran.cli.main import main

        main(["build", *([] if "--root" in sys.argv else ["--root", str(HERE)]), *sys.argv[1:]])
    except ModuleNotFoundError as error:  # also later: most is loaded when it is needed
        if (error.name or "").startswith("selebaran"):
            raise
        sys.exit(f"Selebaran belum terpasang ({error.name} tidak ada). Jalankan: make setup")
