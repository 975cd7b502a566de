"""Every field of the record points to the findings it came from."""

from __future__ import annotations

from ketnghia.reading.engine import Kind
from tests.reading.engine.reading import told

READING = told(
    "Ngày 5/3/2020, tại Cà Mau, Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam ký kết chương trình phối hợp "
    "giai đoạn 2020 - 2022; mỗi năm tổ chức ít nhất 02 hoạt động. Dịp này, hai bên trao 50 suất "
    "quà trị giá 20 triệu đồng. Anh Nguyễn Văn An, Bí thư Tỉnh đoàn phát biểu."
)


def test_every_field_that_is_told_has_its_findings() -> None:
    fields, record = READING.fields(), READING.record()

    assert all(fields[name] for name in fields if name != "published_on")
    assert fields["published_on"] == []
    assert [one.value for one in fields["agreement.parties"]] == [
        one.value for one in READING.of(Kind.UNIT)
    ]
    assert len(fields["figures"]) == len(record["figures"])
    assert len(fields["people"]) == len(record["people"])


def test_every_finding_stands_in_the_text_with_a_rule() -> None:
    for finding in READING.findings:
        assert finding.words == READING.text[finding.start : finding.end]
        assert "." in finding.rule
        assert 0.5 <= finding.confidence < 1


def test_findings_as_json_has_them() -> None:
    unit = READING.of(Kind.UNIT)[0]

    assert unit.plain == {"aliases": ("Tỉnh đoàn Cà Mau",), "level": "province"}
    assert READING.of(Kind.PLACE)[0].plain == "Cà Mau"
