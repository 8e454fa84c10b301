-- What is set of a person now, as JSON; of a consent, that there is one.
SELECT t.value FROM setting_of t WHERE t.person = :person AND t.key = :key AND t.until = 99999
UNION ALL
SELECT 'true' FROM consent_of c WHERE c.person = :person AND c.scope = :key AND c.until = 99999
 LIMIT 1
