-- Is the tally kept?
SELECT n FROM tally WHERE year = 0 AND unit = 0 AND day = 0
