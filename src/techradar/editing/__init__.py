"""What a change to a radar's files is: words checked as the model checks them, new texts, a trial before writing.

Nothing here writes or asks; commands do. Every function takes texts and records and gives texts and records.
"""
