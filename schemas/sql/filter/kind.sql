-- of these kinds: kind:webinar
-- :value* word:pedsovet|metodsovet|shmo|creative_group|combined_group|seminar|webinar|video|open_lesson|visit_week|consultation|launch|visit|reflection|report|milestone
-- filter: event
q.kind IN (SELECT value FROM json_each(:value))
