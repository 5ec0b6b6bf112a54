"""`python -m tracuu`: the same as the command `tracuu`."""

from tracuu.cli import main

if __name__ == "__main__":
    main()
