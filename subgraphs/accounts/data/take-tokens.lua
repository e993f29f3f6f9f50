--[[
  Takes up to so many tokens from a bucket that fills at a steady rate, and leaves a reserve for those who
  matter more.

  KEYS[1] bucket  hash  tokens, at (ms)

  ARGV[1] tokens a second; the bucket holds as many as come in one second
  ARGV[2] wanted
  ARGV[3] reserve that stays in the bucket
  ARGV[4] now (ms)

  Returns how many were taken, and how many could be taken after that.
]]
local rate = tonumber(ARGV[1])
local now = tonumber(ARGV[4])
local kept = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(kept[1]) or rate
-- Clocks of replicas differ: time that seems to go back adds nothing.
local passed = math.max(0, now - (tonumber(kept[2]) or now))
tokens = math.min(rate, tokens + passed * rate / 1000)

local open = math.max(0, math.floor(tokens - tonumber(ARGV[3])))
local taken = math.min(tonumber(ARGV[2]), open)
redis.call('HSET', KEYS[1], 'tokens', tokens - taken, 'at', math.max(now, tonumber(kept[2]) or 0))
redis.call('PEXPIRE', KEYS[1], 10000)
return { taken, open - taken }
