"""Writers: a scene becomes the bytes of a file. They do no geometry of their own."""
