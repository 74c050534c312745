"""Names of months in ten languages, without accents and dots, as exports write them."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_NAMES = (
    "jan january januar janvier enero ene janeiro gennaio gen januari janv janner",
    "feb february februar fevrier fevr fev febrero fevereiro febbraio februari",
    "mar march marz mars marzo marco maart mrt mrz maar mart",
    "apr april avril avr abril abr aprile",
    "may mai mayo maio maggio mag mei maj",
    "jun june juni juin junio junho giugno giu",
    "jul july juli juil juillet julio julho luglio lug",
    "aug august aout agosto ago agustus augustus augusti",
    "sep sept september septembre septiembre setembro set settembre",
    "oct october oktober okt octobre octubre outubro out ottobre ott",
    "nov november novembre noviembre novembro",
    "dec december dezember dez decembre diciembre dic dezembro dicembre des desember",
)
LANGUAGES = (
    "English, German, French, Spanish, Portuguese, Italian, Dutch, Swedish, Danish, Norwegian"
)
"""Whose months are understood."""

MONTHS: Mapping[str, int] = {
    name: number for number, names in enumerate(_NAMES, 1) for name in names.split()
}
"""Number of a month, from 1, by its name in small letters without accents."""
