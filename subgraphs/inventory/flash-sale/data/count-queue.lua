--[[
  How many wait in the queue of a flash sale. Who has not been heard of for too long waits no more: the next claim takes
  it out, and until there is one it is not counted.

  KEYS[1] queue     as in claim-units.lua
  KEYS[2] expiries  as there

  ARGV[1] now (ms)
]]
local waiting = redis.call('ZCARD', KEYS[1])
if waiting == 0 then return 0 end
for _, order in ipairs(redis.call('ZRANGE', KEYS[2], '-inf', ARGV[1], 'BYSCORE', 'LIMIT', 0, 500)) do
  if redis.call('ZSCORE', KEYS[1], order) then waiting = waiting - 1 end
end
return waiting
