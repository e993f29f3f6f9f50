-- Renews users, and returns those of them who were not there.
-- KEYS: 1 who is there, by the time until which (milliseconds)
-- ARGV: 1 now, 2 until when, then up to 1,000 users
local arrived = {}
for index = 3, #ARGV do
  local known = redis.call('zscore', KEYS[1], ARGV[index])
  if not known or tonumber(known) <= tonumber(ARGV[1]) then
    arrived[#arrived + 1] = ARGV[index]
  end
  redis.call('zadd', KEYS[1], 'gt', ARGV[2], ARGV[index])
end
return arrived
