"""`python -m techradar`."""

from techradar.cli import main

if __name__ == "__main__":
    main()
