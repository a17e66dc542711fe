"""Where a service may be reached: one that strangers can name must not lead into the network behind us.

A name is resolved once, what it leads to is looked at, and exactly that is connected to; so a name that leads elsewhere
the next time (rebinding) gains nothing.
"""

from __future__ import annotations

import errno
import ipaddress
import socket

_TRANSLATED = ipaddress.ip_network("64:ff9b::/96")
"""IPv4 inside IPv6 (RFC 6052 section 2.1)."""


def anywhere(host: str, port: int) -> list[str]:
    """The addresses of a host, as the system names them; see `outside`."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(each[4][0]) for each in found))


def outside(host: str, port: int) -> list[str]:
    """The addresses of a host that everybody could reach.

    Args:
        host: A name or an address.
        port: Of the service.

    Raises:
        OSError: It has none, or one of them is of this computer, of a private network, or of none.
    """
    found = anywhere(host, port)
    if not found or not all(map(is_public, found)):
        raise OSError(errno.EACCES, "its address is not one that everybody can reach")
    return found


def is_public(address: str) -> bool:
    """Whether an IP address is one that everybody can reach.

    Source: IANA IPv4 and IPv6 Special-Purpose Address Registries (RFC 6890), as the standard library knows them.
    """
    known = ipaddress.ip_address(address.partition("%")[0])
    if isinstance(known, ipaddress.IPv6Address):
        inside = known.ipv4_mapped or known.sixtofour or (known.teredo[1] if known.teredo else None)
        if known in _TRANSLATED:
            inside = ipaddress.IPv4Address(known.packed[-4:])
        if inside is not None:
            return is_public(str(inside))
    return known.is_global and not known.is_multicast
