"""A radar becomes a `Scene`: shapes with final coordinates. Nothing here draws."""
