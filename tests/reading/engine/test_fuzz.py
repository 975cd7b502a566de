"""Never an exception, never a place outside the text, whatever comes in."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from ketnghia.reading.engine import Reading, read

WORDS = (
    "Tỉnh đoàn|Hà Nam|Đoàn Thanh niên|đồng chí|Nguyễn Văn An|Bí thư|ngày 29/11|từ 16 - 18/1|2021|"
    "ký kết|chương trình phối hợp|giai đoạn 2020 - 2025|ít nhất 02|hoạt động|hoặc|mỗi năm|gần|tại|"
    "40 triệu đồng|1.900 suất quà|xã|(|)|,|.|;|:|-|–|“|”|\n|\n\n|IMG_20240322.jpg|Tin liên quan|"
    "đ ã|\u0301|\u200b|của|và|với|do|các đồng chí:|trưởng đoàn|T.Ư|%|/|tỷ|trở lên|31/2/2021|00/00|"
    "năm|hai|<p>|BÍ THƯ|   |Số: 12-KH/TĐTN|Nơi nhận:|K' |✅|(gồm|Trường|Đại học Huế|sẽ|hiệu lực|"
    "ra mắt|Bản ghi nhớ|Việt|- Hung|bản Huổi 2|dân tộc Thái,|chủ xưởng|Công ty|(Agribank)|"
    "Tổng Lãnh sự quán|tại Lào|làm trưởng đoàn|Phó Bí thư :"
)
PIECES = WORDS.split("|")
TAGS = ["<div>", "</div>", "<h1>", "</p>", "<img src='a.jpg'>"]
articles = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=60).map(
    " ".join
)
quick = settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)


def check(reading: Reading) -> None:
    for finding in reading.findings:
        assert 0 <= finding.start <= finding.end <= len(reading.text)
        assert finding.words == reading.text[finding.start : finding.end]
        assert 0 <= finding.confidence <= 1
        for start, end in finding.also:
            assert 0 <= start <= end <= len(reading.text)
    record = reading.record()
    agreement = record["agreement"]
    assert not agreement or all(index < len(record["units"]) for index in agreement["parties"])


@quick
@given(articles)
def test_any_text(text: str) -> None:
    check(read(text))


@quick
@given(st.text(max_size=300))
def test_any_signs(text: str) -> None:
    check(read(text))


@quick
@given(
    st.lists(
        st.one_of(
            st.sampled_from([*PIECES, *TAGS]),
            st.text(max_size=6),
        ),
        max_size=50,
    ).map("".join)
)
def test_any_page(page: str) -> None:
    check(read(page, is_html=True))
