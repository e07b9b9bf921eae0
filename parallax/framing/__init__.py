"""Ways of comparing how outlets frame one event: one measure per file, each a function from material to rows."""
