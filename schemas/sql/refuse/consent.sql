-- A consent is taken back on its day or later; that nobody agreed may be noted at any time.
-- only when said
SELECT f.origin, f.seq, 'on {on} there is nothing to take back: the consent of {person} for {scope} use is of {later}' AS reason,
       date(2440587.5 + f.later) AS later
  FROM (SELECT f.*, (SELECT min(c.day) FROM consent c
                      WHERE c.person = f.person AND c.scope = f.data ->> '$.scope' AND c.given = 1) AS later
          FROM fresh f
         WHERE f.verb = 'consent' AND f.data ->> '$.withdraw' IS NOT NULL) f
 WHERE f.later > f.day;
