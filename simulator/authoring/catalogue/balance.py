"""B: balance, as `shiftlead calibrate` finds it with scripted leads."""

from __future__ import annotations

from simulator.authoring.catalogue.page import Page

PAGES = (
    Page(
        "B601",
        "careless-play-pays",
        (
            "In calibration, a careless scripted lead scores within ten points of the best "
            "reference lead, or above it. Look first at the answers that carry it, then at "
            "criteria that count an act whatever it was for."
        ),
    ),
    Page(
        "B602",
        "careless-lead-acceptable",
        (
            "A careless scripted lead is acceptable on delegation, communication or "
            "prioritisation in more than one shift of twenty. The scenario gives it too little to "
            "do wrong, or a criterion asks for too little."
        ),
    ),
    Page(
        "B603",
        "good-lead-not-acceptable",
        (
            "A reference lead is not acceptable on a competency in more than one shift of twenty. "
            "The scenario asks for more than there is time for, or rewards one way of leading "
            "alone."
        ),
    ),
    Page(
        "B604",
        "one-good-way",
        (
            "The medians of the reference leads lie more than ten points apart, though each of "
            "them leads well in a way of its own. Somebody who leads like the lower one is told to "
            "change what need not change."
        ),
    ),
    Page(
        "B605",
        "figure-that-misleads",
        (
            "Careless leads have a better median of one of the desk's figures than every reference "
            "lead. It says nothing against the scenario: in one shift haste often has the best "
            "figures. A debrief must not praise for it, and late echoes can show the price."
        ),
    ),
    Page(
        "B606",
        "choice-never-better",
        (
            "In every shift in which a choice was open, another open one earned as much or more, "
            "took no more minutes and did as much good. Unlike L510 this goes by the states that "
            "were met: a state that would make the choice best may never come."
        ),
    ),
    Page(
        "B607",
        "best-choice-never-taken",
        (
            "`best_when` makes a choice best in some state, and no reference lead took it. Either "
            "that state hardly ever comes, or the playbook does not answer with it."
        ),
    ),
    Page(
        "B608",
        "acts-never-given",
        (
            "The scenario offers acts that no reference lead gave. Leave them out of `acts`, or "
            "let the playbook show what they are good for."
        ),
    ),
    Page(
        "B609",
        "criterion-without-opportunity",
        (
            "No shift of any scripted lead gave an opportunity for a criterion: seen, not proved. "
            "If it stays so, nobody can show what the criterion asks for."
        ),
    ),
    Page(
        "B610",
        "criterion-always-met",
        (
            "Every lead met a criterion in every shift, careless ones too. It adds points to every "
            "score and tells nobody apart."
        ),
    ),
    Page(
        "B611",
        "criterion-never-met",
        (
            "No reference lead reached level 3 of a criterion. It asks for something that the "
            "scenario leaves no room for, or that the playbook does not do."
        ),
    ),
    Page(
        "B612",
        "threshold-off",
        (
            "The figures of reference and careless leads lie apart, and the rubric's last "
            "acceptable figure lies on the wrong side of one of them. The figure named is half way "
            "between them: where a line can stand, not where it has to."
        ),
    ),
    Page(
        "B613",
        "forms-not-equal",
        (
            "A reference lead's medians on two forms differ by more than five points: a second try "
            "on another form is easier or harder than the first."
        ),
    ),
    Page(
        "B614",
        "forms-unlike",
        (
            "One form gives a chance to show something that another form does not, so that two "
            "tries are not about the same."
        ),
    ),
    Page(
        "B615",
        "blind-habits-acceptable",
        (
            "The search of `calibrate --search` found habits that read nothing, the same whoever "
            "is there and whatever is heard, that are acceptable on delegation, communication or "
            "prioritisation in more than one fresh shift of twenty. Look at the levels that they "
            "earn and at the desk's figures beside them: where the desk fares badly, a criterion "
            "counts a form and not its use; where it fares well, the world asks for too little."
        ),
    ),
    Page(
        "B616",
        "blind-habits-pay",
        (
            "The search found habits that read nothing and score within ten points of the best "
            "reference lead, or above it."
        ),
    ),
    Page(
        "B617",
        "no-reading-asked-for",
        (
            "The search found habits that read nothing and are behind the reference leads neither "
            "on any competency nor on any of the desk's figures. Such play is not careless: the "
            "scenario asks nobody to read. Let more depend on what people say and can do."
        ),
    ),
    Page(
        "B618",
        "empty-quarter-of-an-hour",
        (
            "In most shifts of reference leads a quarter of an hour or more passed and nothing "
            "asked for the lead: no scene, call, sign or news, no ticket that waited, no promise "
            "due and no agreed look. Seen in the shifts that were played, not proved: another lead "
            "or another seed may have more to do. Let something come up there, or end the shift "
            "before."
        ),
    ),
    Page(
        "B619",
        "highest-level-not-reached",
        (
            "No lead, good or careless, reached the highest level of a criterion in any shift: "
            "seen, not proved. If nobody can reach it, its words are never read, and it stands in "
            "the way of a full score. L534 tells of levels that no figure can reach."
        ),
    ),
    Page(
        "B620",
        "words-give-it-away",
        (
            "A lead that looks at nothing but the answers (the first, the longest, the politest, "
            "the one that asks, the one that goes to somebody above) earned the best level in more "
            "than half of its answers to scored scenes, and more often than a guess. Change the "
            "order and the wording of the answers, and let the state decide which one is best."
        ),
    ),
)
