"""Scripts that fit what ships, and the committed results that later work must beat."""
