-- The same, and how many texts are in it.
SELECT body, texts FROM private_file
