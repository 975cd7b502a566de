"""Who may sign in: users, invitations, sign-in pages; nothing about the organisation."""
