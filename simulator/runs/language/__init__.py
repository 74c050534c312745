"""The language of plain mode: one line is one act or one control.

Every act can be written back as a line, so the same lines are typed in plain mode, kept in scripts
and printed by `replay --as-script`.
"""
