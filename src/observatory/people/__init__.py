"""People: roles, what each may see and do, invitations, projects, tokens, and who exported what."""
