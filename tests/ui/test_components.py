from __future__ import annotations

from django.template import Context, Template


def render(source: str, **context: object) -> str:
    return Template("{% load ui %}" + source).render(Context(context))


def test_the_sentence_under_a_heading_keeps_its_links() -> None:
    html = render('{% page_head title="Hôm nay" %}<p><a href="#x">2 việc</a></p>{% endpage_head %}')

    assert '<p><a href="#x">2 việc</a></p>' in html
