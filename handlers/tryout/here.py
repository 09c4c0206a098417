"""Where the try-out may be: on this machine alone, and never beside a real channel."""

from __future__ import annotations

import ipaddress

from handlers.settings import HERE, Settings


def possible(settings: Settings) -> bool:
    """Whether it may be: no real channel, and reached from this machine alone."""
    return not settings.channels and local(settings.http_host)


def local(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host in HERE
