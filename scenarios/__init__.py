"""The shipped scenarios, rubrics and queue profiles, found through `importlib.resources`."""
