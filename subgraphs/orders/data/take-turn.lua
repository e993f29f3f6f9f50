--[[
  Takes a turn in a sliding window: so many in any stretch of time of that length, not so many a calendar minute.

  KEYS[1] turns  zset  what took a turn, scored by when (ms)

  ARGV[1] now (ms)
  ARGV[2] length of the window (ms)
  ARGV[3] turns in a window
  ARGV[4] what takes the turn: the same again takes no other

  Returns 0, or in how many milliseconds the next turn is free.
]]
local turns = KEYS[1]
local now, window, limit, taker = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[3]), ARGV[4]

redis.call('ZREMRANGEBYSCORE', turns, '-inf', now - window)
if redis.call('ZSCORE', turns, taker) then return 0 end
if redis.call('ZCARD', turns) >= limit then
  local oldest = redis.call('ZRANGE', turns, -limit, -limit, 'WITHSCORES')
  return math.max(1, tonumber(oldest[2]) + window - now)
end
redis.call('ZADD', turns, now, taker)
redis.call('PEXPIRE', turns, window)
return 0
