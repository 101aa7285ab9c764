"""The commands of the record. Django is imported inside a command only: reading commands start as fast."""

from __future__ import annotations

import typer

from observatory.command import database, decide, demo, export, incidents, ingest, ledger, reread, serve, watch


def join_commands(app: typer.Typer) -> None:
    """Put the commands of the record beside those of the reader."""
    app.command("ingest", epilog=ingest.EXAMPLES)(ingest.ingest_command)
    app.command("watch", epilog=watch.EXAMPLES)(watch.watch_command)
    app.command("reread", epilog=reread.EXAMPLES)(reread.reread_command)
    app.command("incidents", epilog=incidents.EXAMPLES)(incidents.incidents_command)
    app.command("ledger", epilog=ledger.EXAMPLES)(ledger.ledger_command)
    app.command("export", epilog=export.EXAMPLES)(export.export_command)
    app.command("demo", epilog=demo.EXAMPLES)(demo.demo_command)
    app.command("serve", epilog=serve.EXAMPLES)(serve.serve_command)
    app.add_typer(decide.app, name="decide")
    app.add_typer(database.app, name="db")
