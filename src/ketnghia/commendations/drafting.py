"""The texts of a decision before anybody mends them, in the union's own form (domain.md §6, §7.1).

Vietnamese whatever language is read: a paper of the office is printed as it is kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ketnghia.commendations.models import AwardRound, Council, Honour, Nomination
from ketnghia.commendations.terms import Kind
from ketnghia.units.models import Unit
from ketnghia.vietnamese.dates import day
from ketnghia.vietnamese.numbers import grouped

NAMED = 3
IN_FORCE = (
    "Quyết định có hiệu lực từ ngày ký. Văn phòng, các đơn vị liên quan và các tập thể, cá nhân "
    "có tên tại Điều 1 thi hành Quyết định này."
)
TEN = 10


def texts(
    round: AwardRound,  # noqa: A002 - the word of the field
    honour: Honour,
    nominations: Sequence[Nomination],
    council: Council | None,
    *,
    money_collective: Decimal | None = None,
    money_person: Decimal | None = None,
) -> dict[str, str]:
    """Every text of the paper by the name of its field, one line for one paragraph."""
    unit, on = round.unit, round.last
    name = unit.name_on(on)
    parent = parent_of(unit, on)
    honoured = listed(nominations)
    given = honour.said_by(name)
    merits = f"đã có thành tích xuất sắc trong {_merits(round)} ({round.span.words})."
    return {
        "above": parent.name_on(on).upper() if parent else "",
        "body_name": name.upper(),
        "authority": f"BAN THƯỜNG VỤ {name.upper()}",
        "place": _place(unit),
        "about": f"V/v tặng {given} trong {_merits(round)}"[:300],
        "signed_for": "TM. BAN THƯỜNG VỤ",
        "bases": "\n".join(_bases(council)),
        "considering": _considering(nominations),
        "articles": "\n".join(
            [
                f"Điều 1. Tặng {given} cho {honoured} (có danh sách kèm theo) {merits}",
                f"Điều 2. {_money(money_collective, money_person)}",
                f"Điều 3. {IN_FORCE}",
            ]
        ),
        "copies_to": "- Như Điều 3;\n- Lưu Văn phòng.",
    }


def parent_of(unit: Unit, on: date) -> Unit | None:
    """What the unit stood right under on a day."""
    then = [
        s
        for s in unit.standings.select_related("parent")
        if (s.valid_from is None or s.valid_from <= on)
        and (s.valid_until is None or s.valid_until >= on)
    ]
    return then[-1].parent if then else None


def listed(nominations: Sequence[Nomination]) -> str:
    """02 tập thể, 11 cá nhân: below ten with a leading zero, as papers count."""
    kinds = ((Kind.COLLECTIVE, "tập thể"), (Kind.PERSON, "cá nhân"))
    numbers = [(sum(one.kind == kind for one in nominations), word) for kind, word in kinds]
    return ", ".join(f"{counted(number)} {word}" for number, word in numbers if number)


def counted(number: int) -> str:
    return f"{number:02}" if number < TEN else grouped(Decimal(number))


def _merits(round: AwardRound) -> str:  # noqa: A002
    """What the merits are from: the campaign where the round has one, else its own name."""
    return round.campaign.name if round.campaign else lowered(round.title)


def lowered(title: str) -> str:
    """The name of a round inside a sentence, without its own "khen thưởng"."""
    plain = title.removeprefix("Khen thưởng ").strip()
    if plain != title:
        return plain
    return f"{plain[:1].lower()}{plain[1:]}"


def _place(unit: Unit) -> str:
    return unit.territory.name if unit.territory else unit.short_name


def _bases(council: Council | None) -> list[str]:
    found = [
        "Căn cứ Điều lệ Đoàn TNCS Hồ Chí Minh;",
        "Căn cứ Quy chế thi đua, khen thưởng của Đoàn TNCS Hồ Chí Minh;",
    ]
    if council:
        held = day(council.held_on)
        found.append(f"Căn cứ Biên bản họp Hội đồng Thi đua - Khen thưởng ngày {held};")
    return found


def _considering(nominations: Sequence[Nomination]) -> str:
    names = list(dict.fromkeys(one.nominator.name_on(one.round.last) for one in nominations))
    if len(names) <= NAMED:
        return f"Xét đề nghị của {', '.join(names)},"
    return f"Xét đề nghị của {counted(len(names))} đơn vị,"


def _money(collective: Decimal | None, person: Decimal | None) -> str:
    told = [
        f"mỗi {word} {grouped(amount)} đồng"
        for amount, word in ((collective, "tập thể"), (person, "cá nhân"))
        if amount is not None
    ]
    if not told:
        return "Tiền thưởng thực hiện theo quy định hiện hành."
    return f"Tiền thưởng: {', '.join(told)}, chi từ nguồn kinh phí thi đua, khen thưởng."
