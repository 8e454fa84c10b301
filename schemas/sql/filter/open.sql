-- neither held nor cancelled
-- filter: status
q.status NOT IN ('held', 'cancelled')
