"""A saved page: its title, date, paragraphs, pictures; menus, side bars and comments left out."""

from __future__ import annotations

import time

import pytest

from ketnghia.reading.engine import Kind, read

PAGE = """<!doctype html><html><head><title>Báo tỉnh - trang tin</title>
<meta property="og:title" content="Hai Tỉnh đoàn ký kết chương trình phối hợp">
<meta property="article:published_time" content="2022-03-05T08:00:00+07:00">
<script>var luot = 1303;</script><style>.a{color:red}</style></head><body>
<nav><a href="/">Trang chủ</a><a>Ký kết 99 chương trình</a></nav>
<div class="content"><h1>Hai Tỉnh đoàn ký kết chương trình phối hợp</h1>
<p>Ngày 4/3, tại Cà&nbsp;Mau, Tỉnh đoàn Cà Mau và Tỉnh đoàn <b>Hà Nam</b> ký kết chương trình phối
hợp giai đoạn 2022 - 2027.</p>
<figure><img src="/anh/ky-ket.jpg?x=1"><figcaption>Hai bên trao văn bản</figcaption></figure>
<p>Dịp này, hai đơn vị trao 50 suất quà cho học sinh nghèo vượt khó của xã.</p>
<p style="display: none">Ẩn: 777 suất quà.</p></div>
<div class="box-related"><h3>Tin liên quan</h3><a>Thành đoàn Huế trao 900 suất quà</a></div>
<div id="comments"><p>Bình luận: tôi đã nhận 3 suất quà, xin cảm ơn các bạn trẻ.</p></div>
</body></html>"""


def test_the_article_of_a_page() -> None:
    reading = read(PAGE, is_html=True)
    record = reading.record()

    assert reading.text.startswith("Hai Tỉnh đoàn ký kết chương trình phối hợp")
    assert "1303" not in reading.text
    assert "777" not in reading.text
    assert record["published_on"] == "2022-03-05"
    assert record["event_start"] == "2022-03-04"
    assert record["place"] == "Cà Mau"
    assert [one["value"] for one in record["figures"]] == [50]
    assert [unit[0] for unit in record["units"]] == ["Tỉnh đoàn Cà Mau", "Tỉnh đoàn Hà Nam"]


HEADS = {
    '<meta name="pubdate" content="2022-03-05T08:00:00+07:00">': "2022-03-05",
    '<meta itemprop="datePublished" content="2022-03-05">': "2022-03-05",
    # ---- as it was here, whatever clock the page goes by
    '<meta property="article:published_time" content="2022-03-04T20:30:00Z">': "2022-03-05",
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": '
    '"2022-03-05T08:00:00+07:00"}</script>': "2022-03-05",
    '<meta name="date" content="05/03/2022 08:00">': "2022-03-05",
    # ---- not when it was changed, nor what is no day
    '<meta property="article:modified_time" content="2022-03-06T08:00:00+07:00">': None,
    '<meta name="pubdate" content="hôm nay">': None,
}
BODIES = {
    '<span><time datetime="2022-03-05T08:00">05 Tháng Ba, 2022</time></span>': "2022-03-05",
    '<p class="meta">Ngày đăng: 05-03-2022 14:05 | Lượt xem: 120</p>': "2022-03-05",
    "<p>5 Tháng 3, 2022</p>": "2022-03-05",
}
ARTICLE = (
    "<html><head>{0}</head><body><div>Thứ Hai, 10/06/2026</div><div><h1>Hai Tỉnh đoàn ký kết chương"
    " trình phối hợp</h1>{1}<p>Ngày 4/3, tại xã Tân Thành, Tỉnh đoàn Cà Mau và Tỉnh đoàn Hà Nam ký "
    "kết chương trình phối hợp giai đoạn 2022 - 2027.</p></div></body></html>"
)


@pytest.mark.parametrize(("head", "day"), HEADS.items())
def test_the_day_in_the_head_of_a_page(head: str, day: str | None) -> None:
    record = read(ARTICLE.format(head, ""), is_html=True).record()

    assert record["published_on"] == day
    assert record["event_start"] == ("2022-03-04" if day else "XXXX-03-04")


@pytest.mark.parametrize(("line", "day"), BODIES.items())
def test_the_day_that_a_page_shows(line: str, day: str) -> None:
    assert read(ARTICLE.format("", line), is_html=True).record()["published_on"] == day


def test_pictures_with_their_captions() -> None:
    photo = read(PAGE, is_html=True).of(Kind.PHOTO)[0].value

    assert (photo.file, photo.caption) == ("ky-ket.jpg", "Hai bên trao văn bản")


def test_places_are_places_of_the_text_a_person_sees() -> None:
    reading = read(PAGE, is_html=True)

    for finding in reading.findings:
        assert finding.words == reading.text[finding.start : finding.end]


def test_two_megabytes_of_page_are_read_in_bounded_time() -> None:
    filler = (
        "<div class='x'><ul>" + "<li><a href='#'>Tin khác trong ngày</a></li>" * 40 + "</ul></div>"
    )
    page = PAGE.replace("</body>", filler * (2_000_000 // len(filler)) + "</body>")
    began = time.process_time()

    record = read(page, is_html=True).record()

    assert time.process_time() - began < 10
    assert record["kind"] == "signing"


def test_the_source_of_a_page_pasted_as_text_is_read_as_a_page() -> None:
    pasted = "Tuổi trẻ tặng quà\n\n" + PAGE.partition("<nav>")[2]

    reading = read(pasted)

    assert reading.text.startswith("Tuổi trẻ tặng quà")
    assert "<p>" not in reading.text
    assert [one["value"] for one in reading.record()["figures"]] == [50]


def test_words_deep_inside_spans_are_one_article() -> None:
    paragraph = (
        "<p><strong><span><span>Ngày {0}/3, Tỉnh đoàn Cà Mau trao {0} suất quà cho các em nhỏ."
        "</span></span></strong></p>"
    )
    paragraphs = "".join(paragraph.format(day) for day in (4, 5, 6))
    page = f"<html><body><div>{paragraphs}</div></body></html>"

    assert [one["value"] for one in read(page, is_html=True).record()["figures"]] == [4, 5, 6]
