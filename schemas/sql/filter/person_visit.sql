-- that these people show or come to see: person:p07
-- :value* person
-- filter: visit
EXISTS (SELECT 1
          FROM json_each(:value) v
         WHERE v.value = q.host
            OR EXISTS (SELECT 1 FROM visit_guest g WHERE g.about_seq = q.seq AND g.about = q.by_ AND g.person = v.value AND g.day <= :on))
