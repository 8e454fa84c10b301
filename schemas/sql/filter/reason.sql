-- for one of these reasons: reason:late
-- :value* word:late|no_teacher|no_meeting|late_request
-- filter: reason
q.reason IN (SELECT value FROM json_each(:value))
