--[[
  Counts a wrong password in the window of an e-mail address; the first one opens the window.

  KEYS[1] window  hash  count, endsAt (ms)

  ARGV[1] now (ms)
  ARGV[2] length of a window (ms)
]]
local window, now, length = KEYS[1], tonumber(ARGV[1]), tonumber(ARGV[2])

local ends_at = tonumber(redis.call('HGET', window, 'endsAt') or 0)
if ends_at <= now then
  redis.call('HSET', window, 'count', 0, 'endsAt', now + length)
  redis.call('PEXPIRE', window, length)
end
redis.call('HINCRBY', window, 'count', 1)
