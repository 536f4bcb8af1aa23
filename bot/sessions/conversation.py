"""A group session, planned in conversation: which subject, which nation, then part by part."""

from __future__ import annotations

import json

from bot.barriers.tell import Said, messages
from bot.dialogue.turn import Outcome, Turn
from bot.facts import load_facts
from bot.organisation import load_organisation
from bot.replies import Button, Reply
from bot.sessions.content import filled
from bot.sessions.plans import Plan, load_plans, load_shared, minutes, plan_for
from bot.situation import NATION_NAMES, NATIONS, Nation, Situation

#: The parts that are told on request, in order.
PARTS = ("rules", "talk", "figures", "helps", "upset", "after")


def plan_session(turn: Turn) -> Outcome:
    """Ask for the subject and the nation where they are not known, then tell the plan."""
    plan = load_plans().get(turn.values.get("plan", "")) or plan_for(turn.text)
    if plan is None:
        return Outcome((_which_plan(),), {"missed": None})
    nation = turn.situation.nation or load_organisation().nation
    if nation is None and not turn.values.get("open"):
        return Outcome((_which_nation(plan),), {"missed": None})
    situation = Situation(on=turn.situation.on, nation=nation)
    part = turn.values.get("part")
    replies = _opening(plan, nation) if part not in PARTS else _part(plan, part, situation)
    # A nation that the organisation set is not the person's own: it is not remembered.
    return Outcome(replies, {"nation": turn.situation.nation, "missed": None})


def sheet_path(plan: Plan, nation: Nation | None) -> str:
    """Return where the sheet is on this server."""
    return f"/sheets/{plan.id}" + (f"?nation={nation}" if nation else "")


def _which_plan() -> Reply:
    buttons = tuple(Button(p.label, _payload(plan=p.id)) for p in load_plans().values())
    return Reply(load_shared()["say"]["which"].format(minutes=minutes()), buttons)


def _which_nation(plan: Plan) -> Reply:
    buttons = [
        Button(NATION_NAMES[n].replace("Northern", "N."), _payload(plan=plan.id, nation=n))
        for n in NATIONS
    ]
    anyway = Button("Leave it open", _payload(plan=plan.id, open="yes"))
    return Reply(load_shared()["say"]["nation"], (*buttons, anyway))


def _opening(plan: Plan, nation: Nation | None) -> tuple[Reply, ...]:
    shared = load_shared()
    say, path = shared["say"], sheet_path(plan, nation)
    title = f"{plan.title} (sheet to print)"
    opening = say["opening"].format(title=plan.title, minutes=minutes(), size=shared["size"])
    steps = "\n".join(f"{s['minutes']} minutes: {s['name']}" for s in shared["steps"])
    told = [Reply(opening), Reply(" ".join(plan.aim)), Reply(steps), *map(Reply, shared["before"])]
    if nation is None:
        told.append(Reply(say["no_nation"]))
    sheet = say["sheet"].format(address=load_organisation().address + path)
    card = {"kind": "sheet", "title": title, "path": path}
    return (*told, Reply(sheet, _buttons(plan, nation, None), card=card))


def _part(plan: Plan, part: str, situation: Situation) -> tuple[Reply, ...]:
    shared, store = load_shared(), load_facts()
    say = shared["say"]
    content = filled(plan, situation, store)
    if part == "rules":
        told = [Reply(say["rules"]), *_list(shared["ground_rules"])]
    elif part == "talk":
        told = [Reply(say["talk"])]
        for number, prompt in enumerate(plan.prompts, 1):
            told.append(Reply(f"{number}. {prompt.say}\n{say['look'].format(look=prompt.look)}"))
    elif part == "figures":
        told = [Reply(say["figures"]), *messages(content.figures, situation, store)]
    elif part == "helps":
        told = [Reply(say["helps"]), *messages(content.helps, situation, store)]
        if content.nation_matters:
            told.append(Reply(say["no_nation"]))
    elif part == "upset":
        told = [Reply(say["upset"]), *_said(content.upset), content.phones]
    else:
        told = [Reply(say["after"]), *_list(shared["afterwards"]), Reply(say["done"])]
    *first, last = told
    buttons = _buttons(plan, situation.nation, part)
    return (*first, Reply(last.text, buttons, last.card, last.facts))


def _buttons(plan: Plan, nation: Nation | None, told: str | None) -> tuple[Button, ...]:
    """Return the parts that come next, the nearest first."""
    after = PARTS[PARTS.index(told) + 1 :] if told else PARTS
    parts = [part for part in after if part != "helps" or plan.helps]
    titles = load_shared()["buttons"]
    left_open = {} if nation else {"open": "yes"}  # the nation is asked for once
    next_parts = [Button(titles[p], _payload(plan=plan.id, part=p, **left_open)) for p in parts]
    return tuple(next_parts) or (Button("Menu", "/help"),)


def _payload(**values: str) -> str:
    return f"/group_session{json.dumps(values)}"


def _list(texts: list[str]) -> list[Reply]:
    return [Reply("\n".join(texts))] if len(" ".join(texts).split()) <= 60 else [*map(Reply, texts)]


def _said(texts: tuple[Said, ...]) -> list[Reply]:
    return [Reply(one.text, facts=one.facts) for one in texts]
