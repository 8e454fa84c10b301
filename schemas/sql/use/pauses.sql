-- Does a person take a pause on a day?
SELECT EXISTS (SELECT 1 FROM pause x WHERE x.person = :person AND :on BETWEEN x.since AND x.until)
