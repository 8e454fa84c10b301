-- Acts in the order in which they were said: the newest entries of the journal are found without sorting it.
CREATE UNIQUE INDEX act_order ON act (lamport, origin, seq);
