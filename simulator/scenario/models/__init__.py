"""The shape of a scenario, a rubric and a profile, one module a block."""

from simulator.scenario.models.base import Defines, KeysDefine, KeysName, Marker, Names, Part
from simulator.scenario.models.rubric import RubricFile
from simulator.scenario.models.tickets import ProfileFile
from simulator.scenario.models.whole import Scenario

__all__ = [
    "Defines",
    "KeysDefine",
    "KeysName",
    "Marker",
    "Names",
    "Part",
    "ProfileFile",
    "RubricFile",
    "Scenario",
]
