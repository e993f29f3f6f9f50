--[[
  Counts a look-up in the minute of a user; the first one opens it. Returns the count and how long the minute still lasts (ms).

  KEYS[1] count  string

  ARGV[1] length of a window (ms)
]]
local count = redis.call('INCR', KEYS[1])
if count == 1 then
  redis.call('PEXPIRE', KEYS[1], ARGV[1])
end
return { count, redis.call('PTTL', KEYS[1]) }
