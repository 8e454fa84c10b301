-- Names that hold a word, folded.
SELECT hash FROM name WHERE instr(folded, :word) > 0
