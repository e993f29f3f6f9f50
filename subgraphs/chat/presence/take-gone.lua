-- Takes those of these users out who have not come back, and returns them. Of two processes that try, one gets each.
-- KEYS: 1 who is there, by the time until which (milliseconds)
-- ARGV: 1 now, then up to 1,000 users
local gone = {}
for index = 2, #ARGV do
  local known = redis.call('zscore', KEYS[1], ARGV[index])
  if known and tonumber(known) <= tonumber(ARGV[1]) then
    redis.call('zrem', KEYS[1], ARGV[index])
    gone[#gone + 1] = ARGV[index]
  end
end
return gone
