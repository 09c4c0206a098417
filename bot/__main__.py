"""The doorbell: `python -m bot` is `saksi run`. The one place where the arrow is crossed, by name."""

from handlers.app import main
from handlers.settings import read_or_exit

main(read_or_exit())
