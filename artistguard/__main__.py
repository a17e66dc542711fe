"""``python -m artistguard`` is the command line."""

from artistguard.cli.main import main

raise SystemExit(main())
