"""`hudna serve`."""

from __future__ import annotations

import threading
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
            server = create_server(application, host=host, port=port, threads=threads, **_options(proxy))
        except OSError as error:
            complain(f"cannot answer at {host}:{port} ({error.strerror}): choose another with --port")
            raise typer.Exit(1) from error
        address = _address(host, _port(server, port))
        typer.echo(f"hudna is open at {address}")
        _tell_setup(address)
        threading.Thread(target=_warm, daemon=True).start()
        server.run()


def _options(proxy: str | None) -> dict[str, Any]:
    """What the server is told of a proxy: only the one that is named may say who asks and by which protocol."""
    options: dict[str, Any] = {"ident": "hudna", "clear_untrusted_proxy_headers": True}
    if proxy:
        options |= {"trusted_proxy": proxy, "trusted_proxy_headers": {"x-forwarded-for", "x-forwarded-proto"}}
    return options


def _port(server: object, port: int) -> int:
    """The port that was taken, where any free one was asked for."""
    listening = getattr(server, "effective_listen", None)
    return int(listening[0][1]) if listening else int(getattr(server, "effective_port", port))


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


def _warm() -> None:
    """Load the lexicon and the places before the first page asks for them."""
    from hudna.protect import default_gate

    default_gate()
