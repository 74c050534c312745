"""Jira's issue search and Jira Service Management, with headings in the user's language."""

from simulator.tickets.vendors.vendor import Vendor, names, plain

_SLA = "what is left of a target: negative once it is missed, and not a time to resolve"
_CUSTOM = ("custom field", "campo personalizado", "benutzerdefinierte felder",
           "champs personnalises")  # fmt: skip


def _custom(name: str) -> tuple[str, ...]:
    """Return the headings of a custom field in the languages that are known."""
    return tuple(f"{plain(word)} ({plain(name)})" for word in _CUSTOM)


JIRA = Vendor(
    "jira",
    "a Jira export",
    columns={
        "number": ("issue key", "key", "vorgangsschlussel", "cle de ticket", "clave de incidencia",
                   "chave da item"),
        "opened_at": ("created", "created date", "erstellt", "creation", "cree", "creee", "creada",
                      "creado", "criado", "creato"),
        "resolved_at": ("resolved", "resolution date", "erledigt", "resolu", "resolue", "resuelta",
                        "resuelto", "resolvido", "risolto"),
        "updated_at": ("updated", "updated date", "aktualisiert", "mise a jour", "actualizada",
                       "actualizado", "atualizado", "aggiornato"),
        "responded_at": _custom("[CHART] Date of First Response"),
        "priority": ("priority", "priority name", "prioritat", "priorite", "prioridad",
                     "prioridade", "priorita"),
        "impact": _custom("Impact"),
        "urgency": _custom("Urgency"),
        "state": ("status", "estado", "etat", "stato"),
        "channel": _custom("Request channel type"),
        "category": (*_custom("Request Type"), "issue type", "vorgangstyp", "type de ticket",
                     "tipo de incidencia", "tipo de item"),
        "assignee": ("assignee", "bearbeiter", "zugewiesene person", "responsable",
                     "persona asignada", "responsavel", "attribution"),
        "caller": ("reporter", "autor", "rapporteur", "informador", "relator"),
    },
    spare=names(
        "Summary", "Issue id", "Parent id", "Parent", "Project key", "Project name", "Project type",
        "Project lead", "Project description", "Project url", "Project id", "Resolution", "Creator",
        "Last Viewed", "Due date", "Labels", "Description", "Environment", "Watchers", "Votes",
        "Comment", "Attachment", "Component/s", "Components", "Affects Version/s", "Fix Version/s",
        "Status Category", "Status Category Changed", "Sprint", "Log Work", "Security Level",
        "Original Estimate", "Remaining Estimate", "Time Spent", "Work Ratio", "Assignee Id",
        "Reporter Id", "Creator Id", "Satisfaction rating", "id", "instance_url", "url",
        "Zusammenfassung", "Resumen", "Résumé", "Resumo",
    ),
    misleading={
        heading: _SLA
        for name in ("Time to resolution", "Time to first response")
        for heading in _custom(name)
    },
    # The classic scheme, in which Blocker stands above Critical and Major is the default.
    priorities={"blocker": 1, "critical": 2, "major": 3, "minor": 4, "trivial": 4},
)  # fmt: skip
"""Headings as Jira's own search and its data pipeline write them, in six languages."""
