"""Files an article comes in: opened with a limit, told as text or as the source of a page."""
