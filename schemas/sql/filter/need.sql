-- what nobody bears or can teach
-- filter: need
q.need
