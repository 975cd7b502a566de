"""Reading (đọc tin): articles become findings, findings become records by a person's hand."""
