"""Changes to the register and what leads to it, one file for each subject."""

from __future__ import annotations

from ketnghia.commendations.operations.councils import (
    agree_to_rest,
    change_council,
    hold_council,
    judge,
)
from ketnghia.commendations.operations.deciding import (
    draft_decision,
    drop_draft,
    gives,
    issue_decision,
    mend_draft,
)
from ketnghia.commendations.operations.honours import switch_honour, write_honour
from ketnghia.commendations.operations.lines import (
    add_recipients,
    correct_award,
    number_certificates,
    remove_award,
    set_ceremony,
)
from ketnghia.commendations.operations.nominating import (
    attach,
    drop,
    nominate,
    rewrite,
    send_back,
    submit,
    withdraw,
)
from ketnghia.commendations.operations.numbering import next_certificates
from ketnghia.commendations.operations.once import earlier_of, near_names
from ketnghia.commendations.operations.recipients import Recipient, read_recipients
from ketnghia.commendations.operations.recording import name_in, record_count, record_decision
from ketnghia.commendations.operations.repeating import answer_repeat
from ketnghia.commendations.operations.rounds import change_round, open_round, write_quota

__all__ = [
    "Recipient",
    "add_recipients",
    "agree_to_rest",
    "answer_repeat",
    "attach",
    "change_council",
    "change_round",
    "correct_award",
    "draft_decision",
    "drop",
    "drop_draft",
    "earlier_of",
    "gives",
    "hold_council",
    "issue_decision",
    "judge",
    "mend_draft",
    "name_in",
    "near_names",
    "next_certificates",
    "nominate",
    "number_certificates",
    "open_round",
    "read_recipients",
    "record_count",
    "record_decision",
    "remove_award",
    "rewrite",
    "send_back",
    "set_ceremony",
    "submit",
    "switch_honour",
    "withdraw",
    "write_honour",
    "write_quota",
]
