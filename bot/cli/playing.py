"""`goodwork rehearse`: play a scene at the keyboard, as its writer, with what was read shown."""

from __future__ import annotations

import sys
from datetime import date

import typer
from rich.console import Console

from bot.errors import BadInput

console = Console()


def add_to(app: typer.Typer) -> None:
    """Add the command."""
    app.command("rehearse")(rehearse)


def rehearse(
    scene: str = typer.Argument("", help="The name of a scene; without one they are listed."),
    on: str = typer.Option("2026-11-22", help="The day that figures are told for."),
    quiet: bool = typer.Option(False, help="Do not show what was read and where the talk stands."),
) -> None:
    """Play a scene: one turn a line; shows what each turn did, and the summary at the end."""
    from bot.facts import fill, load_facts
    from bot.rehearsal import feedback, summary
    from bot.rehearsal.listening import listen
    from bot.rehearsal.loading import load_scenes
    from bot.rehearsal.run import Run
    from bot.situation import Situation

    scenes = load_scenes()
    if scene not in scenes:
        for each in scenes.values():
            console.print(f"{each.id}: {each.title}", markup=False)
        if scene:
            raise BadInput(f"There is no scene {scene}.")
        return
    run, store = Run(scenes[scene]), load_facts()
    here = Situation(date.fromisoformat(on), "england")

    def answer() -> None:
        for words in run.position().said:
            said = fill(words, store, here.on, here.nation).text
            console.print(f"{run.scene.person.name}: {said}", style="bold", markup=False)

    answer()
    for line in (line.strip() for line in sys.stdin if line.strip()):
        step = listen(run.scene, line, run.steps)
        run = run.with_step(step)
        position = run.position()
        if not quiet:
            did, about = ", ".join(step.does) or "-", ", ".join(step.about) or "-"
            stands = f"{position.state.id}, trust {position.trust}, told {list(position.told)}"
            console.print(f"  [{did} | {about}] -> {stands}", style="dim", markup=False)
            console.print(
                f"  {feedback.note(run.scene, position, line)}", style="dim", markup=False
            )
        answer()
        if position.over:
            break
    for reply in summary.tell(run, store, here):
        console.print(f"  {reply.text}", markup=False)
