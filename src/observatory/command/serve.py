"""`hudna serve`."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable
from typing import Annotated, Any

import typer

from hudna.command.read import complain
from observatory.command.shared import record

EXAMPLES = """
[bold]Examples[/bold]

  hudna serve

  HUDNA_HOSTS=observatory.example HUDNA_SECURE=1 hudna serve --host 0.0.0.0 --port 8080 --proxy 10.0.0.2

Everything comes from this machine: no page fetches anything from elsewhere. HUDNA_READERS=people lets in only who has
signed in. Behind a proxy that speaks TLS name the site in HUDNA_HOSTS, the proxy in --proxy, and set HUDNA_SECURE=1.
"""
_ATTEMPTS = 20
_EVERYWHERE = frozenset({"0.0.0.0", "::", "*"})


def serve_command(
    port: Annotated[
        int, typer.Option("--port", metavar="N", min=0, max=65535, help="Port; 0 takes a free one.")
    ] = 8000,
    host: Annotated[str, typer.Option("--host", metavar="ADDRESS", help="Address of this machine to answer at.")] = (
        "localhost"
    ),
    proxy: Annotated[
        str | None, typer.Option("--proxy", metavar="ADDRESS", help="Address of the proxy in front, which is believed.")
    ] = None,
    threads: Annotated[int, typer.Option("--threads", metavar="N", min=1, help="Requests answered at a time.")] = 8,
) -> None:
    """Open the observatory: the web pages of the record."""
    with record():
        from waitress.server import create_server

        from observatory.wsgi import application

        try:
            sockets = listening(host, port)
            server = create_server(application, sockets=sockets, threads=threads, **_options(proxy))
        except OSError as error:
            complain(f"cannot answer at {host}:{port} ({error.strerror}): choose another with --port")
            raise typer.Exit(1) from error
        address = _address(host, sockets[0].getsockname()[1])
        typer.echo(f"hudna is open at {address}")
        _tell_setup(address)
        threading.Thread(target=_loaded(), daemon=True).start()
        server.run()


def _options(proxy: str | None) -> dict[str, Any]:
    """What the server is told of a proxy: only the one that is named may say who asks and by which protocol."""
    options: dict[str, Any] = {"ident": "hudna", "clear_untrusted_proxy_headers": True}
    if proxy:
        options |= {"trusted_proxy": proxy, "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"}}
    return options


def listening(host: str, port: int) -> list[socket.socket]:
    """Sockets on every address of a host, all at one port: the one asked for, or one that is free on each of them.

    A name like «localhost» has two addresses; were each given a port of its own, the address that is printed would
    reach one of them only, and perhaps somebody else's server at the other.
    """
    found = socket.getaddrinfo(
        None if host == "*" else host, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE | socket.AI_ADDRCONFIG
    )
    addresses = {(family, address[0]) for family, _, _, _, address in found}
    for attempt in range(1, _ATTEMPTS + 1):
        try:
            return _bound(sorted(addresses), port)
        except OSError:
            if port or attempt == _ATTEMPTS:
                raise
    raise AssertionError


def _bound(addresses: list[tuple[int, Any]], port: int) -> list[socket.socket]:
    sockets: list[socket.socket] = []
    try:
        for family, address in addresses:
            sockets.append(socket.socket(family, socket.SOCK_STREAM))
            sockets[-1].setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            if family == socket.AF_INET6:
                sockets[-1].setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            sockets[-1].bind((address, port))
            # Until it listens another process may be given the same free port, and then only one of the two can.
            sockets[-1].listen()
            port = sockets[-1].getsockname()[1]
    except OSError:
        for each in sockets:
            each.close()
        raise
    return sockets


def _address(host: str, port: int) -> str:
    shown = "localhost" if host in _EVERYWHERE else f"[{host}]" if ":" in host else host
    return f"http://{shown}:{port}/"


def _tell_setup(address: str) -> None:
    """A link with which the operator becomes the first administrator, while there is none."""
    from observatory.people.invitations import setup_path

    path = setup_path()
    if path is not None:
        typer.echo("there is no administrator yet; this link makes you the first one and works once:")
        typer.echo(f"  {address.rstrip('/')}{path}")


def _loaded() -> Callable[[], object]:
    """What loads the lexicon and the places before the first page asks for them, to be done beside the first requests.

    All modules are loaded here: two threads that load modules which need one another can meet one that is half loaded.
    """
    from django.urls import get_resolver

    from hudna.protect import default_gate

    _ = get_resolver().url_patterns
    return default_gate
