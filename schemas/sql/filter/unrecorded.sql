-- over, and nothing is recorded: planned or moved, or a group's of the last 30 days that was only announced
-- filter: event
(q.status IN ('planned', 'moved') AND q.day <= :today
 OR q.status = 'announced' AND q.kind IN ('combined_group', 'creative_group') AND q.day BETWEEN :today - 30 AND :today - 1)
