"""Changes to rounds, reports and reviews of papers, one file for each subject."""

from __future__ import annotations

from ketnghia.reviews.operations.aiming import (
    aims_before,
    keep_aim,
    propose_aims,
    unmet_duties,
    write_aim,
)
from ketnghia.reviews.operations.asking import (
    ask_indicator,
    ask_words,
    change_levels,
    change_round,
    stop_asking,
    write_heading,
)
from ketnghia.reviews.operations.bulk import hand_in_all
from ketnghia.reviews.operations.correcting import (
    answer,
    correct_number,
    line_of,
    plan_number,
    take_back_correction,
)
from ketnghia.reviews.operations.marking import mark_moved
from ketnghia.reviews.operations.narrating import draft, use_draft, write_passage
from ketnghia.reviews.operations.opening import Question, default_indicators, open_below, open_round
from ketnghia.reviews.operations.reminding import remind
from ketnghia.reviews.operations.reviewing_papers import (
    begin_agreement_review,
    meet_about_agreement,
    meet_about_report,
    write_agreement_review,
)
from ketnghia.reviews.operations.submitting import (
    accept_all,
    lock,
    reopen,
    reports_above,
    send_back,
    submit,
)

__all__ = [
    "Question",
    "accept_all",
    "aims_before",
    "answer",
    "ask_indicator",
    "ask_words",
    "begin_agreement_review",
    "change_levels",
    "change_round",
    "correct_number",
    "default_indicators",
    "draft",
    "hand_in_all",
    "keep_aim",
    "line_of",
    "lock",
    "mark_moved",
    "meet_about_agreement",
    "meet_about_report",
    "open_below",
    "open_round",
    "plan_number",
    "propose_aims",
    "remind",
    "reopen",
    "reports_above",
    "send_back",
    "stop_asking",
    "submit",
    "take_back_correction",
    "unmet_duties",
    "use_draft",
    "write_agreement_review",
    "write_aim",
    "write_heading",
    "write_passage",
]
