"""``counter-app services``."""

from itertools import groupby

import click

from counter_app.app.commands.shared import echo_json, json_option, shipped_content
from counter_app.app.json_shapes import services_json


@click.command()
@json_option
def services(*, as_json: bool) -> None:
    """Alle Anliegen nach Gruppen."""
    content = shipped_content()
    if as_json:
        echo_json(services_json(content))
        return
    order = list(content.service_groups)
    ordered = sorted(content.services.values(), key=lambda service: order.index(service.group.id))
    for group, members in groupby(ordered, key=lambda service: service.group):
        click.echo(group.name.german)
        for service in members:
            click.echo(f"  {service.id:<22} {service.name.german} · {service.law}")
