"""Parts of the screens; each draws from a snapshot and knows no other part."""
