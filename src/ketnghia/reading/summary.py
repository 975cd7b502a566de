"""A reading told on the command line: each fact, the words it stands in, and the rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ketnghia.reading.engine import Finding, Kind, Reading
from ketnghia.reading.engine.finding import CommitmentFact

TITLES = {
    Kind.ARTICLE: "Loại bài",
    Kind.PUBLISHED: "Ngày đăng",
    Kind.EVENT: "Thời gian",
    Kind.PLACE: "Địa điểm",
    Kind.UNIT: "Đơn vị",
    Kind.PERSON: "Người",
    Kind.AGREEMENT: "Văn bản",
    Kind.SIGNED: "Ngày ký",
    Kind.TERM: "Thời hạn",
    Kind.COMMITMENT: "Cam kết",
    Kind.FIGURE: "Số liệu",
    Kind.MONEY: "Tiền",
    Kind.SITE: "Nơi đến",
    Kind.GIFT: "Quà, hỗ trợ",
    Kind.PHOTO: "Ảnh",
}
KINDS = {
    "signing": "lễ ký",
    "exchange": "giao lưu",
    "review": "sơ kết, tổng kết",
    "activity": "hoạt động",
    "award": "khen thưởng",
    "other": "khác",
}
BOUNDS = {"at_least": "ít nhất", "about": "khoảng", "at_most": "nhiều nhất", "exactly": ""}
RHYTHMS = {"year": "mỗi năm", "quarter": "mỗi quý", "month": "mỗi tháng", "term": "cả thời hạn"}
LONGEST = 70


def summary(name: str, reading: Reading, notices: Sequence[str]) -> str:
    """The page of one file."""
    lines = [f"── {name}", *(f"   ! {notice}" for notice in notices)]
    for kind, title in TITLES.items():
        for finding in reading.of(kind):
            lines += _lines(title, finding)
    return "\n".join([*lines, "", ""])


def _lines(title: str, finding: Finding) -> Iterator[str]:
    yield f"   {title:<12} {_value(finding)}"
    words = " ".join(finding.words.split())
    shown = words if len(words) <= LONGEST else f"{words[:LONGEST]}…"
    yield f"   {'':<12} « {shown} »  {finding.rule} {finding.confidence:.2f}"
    if finding.reason:
        yield f"   {'':<12} {finding.reason}"


def _value(finding: Finding) -> str:
    fact = finding.value
    if finding.kind is Kind.ARTICLE:
        return KINDS[fact]
    if finding.kind is Kind.COMMITMENT:
        return _commitment(fact)
    if finding.kind is Kind.TERM:
        return f"{fact.start} – {fact.end}"
    plain = finding.plain
    if isinstance(plain, dict):
        told = [_part(value) for value in plain.values() if value not in (None, "", (), False)]
        return " · ".join(part for part in told if part)
    return str(plain)


def _commitment(fact: CommitmentFact) -> str:
    """As in "ít nhất 02 hoạt động · mỗi năm · tại nơi bạn · hoặc việc kia"."""
    told = [
        f"{BOUNDS[fact.bound]} {_part(fact.quantity)} {fact.what}".strip(),
        RHYTHMS.get(fact.per or "", ""),
        "tại nơi bạn" if fact.is_at_friends else "",
        "một trong các việc" if fact.choice else "",
    ]
    return " · ".join(part for part in told if part)


def _part(value: object) -> str:
    if isinstance(value, tuple | list):
        return " = ".join(map(str, value))
    if isinstance(value, bool):
        return "mỗi phần"
    if isinstance(value, int):
        return f"{value:,}".replace(",", ".")
    return BOUNDS.get(str(value), str(value))
