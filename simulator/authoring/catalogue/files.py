"""Y: the file and its YAML."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page

PAGES = (
    Page(
        "Y001",
        "cannot-read",
        (
            "There is no such file, it is no ordinary file, or it may not be read. Check "
            "the path and its spelling."
        ),
    ),
    Page(
        "Y002",
        "tab",
        (
            "YAML is indented with spaces. A tab is as wide as every editor likes, so "
            "YAML refuses it."
        ),
        wrong="services:\n\tportal: Portal\n",
        right="services:\n  portal: Portal\n",
    ),
    Page(
        "Y003",
        "open-quote",
        ("A quote is opened and never closed, so everything after it would be one long text."),
        wrong='summary: "The portal is down\n',
        right='summary: "The portal is down"\n',
    ),
    Page(
        "Y004",
        "colon-in-text",
        ("A colon followed by a space means key and value. Inside a text it has to be quoted."),
        wrong="summary: Escalate: call the lead\n",
        right='summary: "Escalate: call the lead"\n',
    ),
    Page(
        "Y005",
        "indentation",
        "Keys of one block begin in the same column.",
        wrong=("facts:\n  - id: payday\n     text: salaries are paid today\n"),
        right=("facts:\n  - id: payday\n    text: salaries are paid today\n"),
    ),
    Page(
        "Y006",
        "dash-without-space",
        "Without a space after its dash, an item of a list is read as one word.",
        wrong=("clock:\n  -starts: Fri 08:00\n  starts: Fri 08:00\n  ends: Fri 11:30\n"),
        right="clock:\n  starts: Fri 08:00\n  ends: Fri 11:30\n",
    ),
    Page(
        "Y007",
        "no-space-after-colon",
        "Without a space after its colon, a key and its value are one word.",
        wrong="summary:The portal is down\nkind: outage\n",
        right="summary: The portal is down\nkind: outage\n",
    ),
    Page(
        "Y008",
        "text-cut-by-comment",
        (
            "A space and # begin a comment, so the text ends there. If it is meant as a "
            "comment, put a space after the #."
        ),
        wrong="summary: We still have issue #12 open\n",
        right='summary: "We still have issue #12 open"\n',
    ),
    Page(
        "Y009",
        "key-is-no-text",
        "A key is one text; a list or a group of keys cannot be one.",
        wrong="services: {[portal, wifi]: Network}\n",
        right="services: {portal: Portal, wifi: Wi-Fi}\n",
    ),
    Page(
        "Y010",
        "cannot-parse",
        (
            "The YAML cannot be read from this place on. The cause is often on the line "
            "before: a quote, a bracket or a colon."
        ),
    ),
    Page(
        "Y011",
        "duplicate-key",
        (
            "The same key stands twice in one block. Only the last would count, and "
            "which one you meant cannot be known."
        ),
        wrong="summary: One\nsummary: Two\n",
        right="summary: One\n",
    ),
    Page(
        "Y012",
        "typographic-quotes",
        (
            "Only straight quotes quote. Typographic ones are part of the text, and an "
            "id cannot hold them."
        ),
        wrong="facts:\n  - {id: “payday”, text: salaries are paid}\n",
        right="facts:\n  - {id: payday, text: salaries are paid}\n",
    ),
    Page(
        "Y013",
        "no-break-space",
        (
            "A no-break space (U+00A0) looks like a space and is none, so it has become "
            "part of a key. It often comes from a web page or a word processor."
        ),
        wrong="services:\n  \u00a0wifi: Wi-Fi\n  portal: Portal\n",
        right="services:\n  wifi: Wi-Fi\n  portal: Portal\n",
    ),
    Page(
        "Y014",
        "double-braces",
        (
            "Two braces begin two groups of keys. A name in a text stands in single "
            "braces, and the text in quotes."
        ),
        wrong="summary: {{ ana.short }} is away\n",
        right='summary: "{ana.short} is away"\n',
    ),
    Page(
        "Y015",
        "quote-ended-early",
        "The quoted text ends at a quote that was meant as part of it.",
        wrong="summary: 'it's late'\n",
        right="summary: 'it''s late'\n",
    ),
    Page(
        "Y016",
        "sign-at-start",
        "A text cannot begin with @, `, % and a few more without quotes.",
        wrong="summary: @all come\n",
        right='summary: "@all come"\n',
    ),
    Page(
        "Y017",
        "open-bracket",
        "A bracket or brace is not closed, or a comma is missing inside it.",
        wrong="services: {portal: Portal\nkind: outage\n",
        right="services: {portal: Portal}\nkind: outage\n",
    ),
    Page(
        "Y018",
        "lost-line",
        "This line is neither a key nor part of the text above it.",
        wrong="kind: outage\nThe portal is down\ngrade: entry\n",
        right="kind: outage\nsummary: The portal is down\ngrade: entry\n",
    ),
    Page(
        "Y019",
        "lost-item",
        "This line does not line up with the block it seems to belong to.",
        wrong="facts:\n  - {id: a, text: x}\n - {id: b, text: y}\n",
        right="facts:\n  - {id: a, text: x}\n  - {id: b, text: y}\n",
    ),
    Page(
        "Y020",
        "alias",
        (
            "An asterisk at the start of a value is a YAML alias. Scenarios have none: "
            "what is used twice has a name of its own here (like, extends, profile)."
        ),
        wrong="summary: *urgent* please look\n",
        right='summary: "*urgent* please look"\n',
    ),
    Page(
        "Y021",
        "anchor",
        ("An ampersand at the start of a value is a YAML anchor, and would vanish from the text."),
        wrong="summary: &ref text\n",
        right='summary: "&ref text"\n',
    ),
    Page(
        "Y022",
        "tag",
        "An exclamation mark at the start of a value is a YAML tag.",
        wrong="summary: !now come\n",
        right='summary: "!now come"\n',
    ),
    Page(
        "Y023",
        "merge-key",
        "Merge keys (<<) copy keys from elsewhere unseen. Scenarios have none.",
        wrong="services:\n  portal: Portal\n  <<: {wifi: Wi-Fi}\n",
        right="services:\n  portal: Portal\n  wifi: Wi-Fi\n",
    ),
    Page(
        "Y024",
        "escape",
        ("In double quotes a backslash begins an escape, and not every letter can follow it."),
        wrong='summary: "C:\\desk"\n',
        right="summary: 'C:\\desk'\n",
    ),
    Page(
        "Y030",
        "second-document",
        "Three dashes begin a second document. One file is one scenario.",
        wrong="kind: outage\n---\ngrade: entry\n",
        right="kind: outage\ngrade: entry\n",
    ),
    Page(
        "Y031",
        "directive",
        "A line that begins with % is a YAML directive. Scenarios need none.",
    ),
    Page(
        "Y032",
        "empty",
        "The file holds nothing but comments, or nothing at all.",
    ),
    Page(
        "Y042",
        "not-utf-8",
        "The file is not in UTF-8. Editors can save it again with that encoding.",
    ),
    Page(
        "Y043",
        "utf-16",
        "The file is in UTF-16 or UTF-32. Save it again as UTF-8.",
    ),
    Page(
        "Y050",
        "too-large",
        "A file has at most 1 MiB; ten thousand lines have 300 kB.",
    ),
    Page(
        "Y051",
        "too-deep",
        "A scenario is nested at most 32 levels deep; its deepest path is about ten.",
        wrong="forms: " + "[" * 40 + "]" * 40 + "\n",
        right="forms: {A: [1, 2]}\n",
    ),
    Page(
        "Y052",
        "too-many-values",
        "A file has at most 50,000 values; ten thousand lines have half as many.",
    ),
    Page(
        "Y053",
        "text-too-long",
        "One text has at most 64 kB.",
    ),
    Page(
        "Y054",
        "key-too-long",
        "A key is one line of at most 256 characters.",
        wrong=f"services: {{portal: Portal, {'a' * 300}: Wi-Fi}}\n",
        right="services: {portal: Portal, wifi: Wi-Fi}\n",
    ),
    Page(
        "Y055",
        "too-many-files",
        "A scenario has at most 16 files and 4 MiB.",
    ),
)
