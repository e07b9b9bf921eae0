"""How the forms of words are written in a pack.

A form written `stem~name` stands for the stem with every ending of the set `name` in the file's `[endings]`. Of number
words, `should [double]` means the word in brackets, in that company only.
Numbers that serve as keys are written as in `Decimal`: "1000", "0.5".
"""

Forms = list[str]
