"""The schema that an editor checks and completes with: the models, shaped for people.

What pydantic writes is right and hard to use: a misspelt value is several problems, a pattern
speaks in signs, and an id has no completion. The shaping makes one mistake one problem in words.
"""
