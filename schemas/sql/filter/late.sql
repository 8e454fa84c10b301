-- whose due date has passed
-- filter: late
q.late
