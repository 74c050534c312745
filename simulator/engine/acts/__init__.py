"""What a lead can order: the shapes, one module of rules a family, and the registry of them all."""
