"""Open the page: the same as `tracuu serve`. Options: --host, --port."""

import sys

from tracuu.cli import main

if __name__ == "__main__":
    sys.argv.insert(1, "serve")
    main()
