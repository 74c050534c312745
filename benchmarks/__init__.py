"""How fast Shiftlead is, as ratios to something well known, measured in one run.

`python -m benchmarks NAME [--json]`; without a name, the names there are.
"""
