-- Has somebody agreed to this on that day?
SELECT 1 FROM consent_of WHERE person = :person AND scope = :scope AND since <= :on AND :on < until LIMIT 1
