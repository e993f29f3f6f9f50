--[[
  How many wait in the queue of a flash sale. Who has not been heard of for too long waits no more: the next claims take
  it out, and until there are any it is not counted. Of more than 5,000 such claims the latest are counted still.

  KEYS[1] queue     as in claim-units.lua
  KEYS[2] expiries  as there

  ARGV[1] now (ms)
]]
local waiting = redis.call('ZCARD', KEYS[1])
if waiting == 0 then return 0 end
for _, order in ipairs(redis.call('ZRANGE', KEYS[2], '-inf', ARGV[1], 'BYSCORE', 'LIMIT', 0, 5000)) do
  if redis.call('ZSCORE', KEYS[1], order) then waiting = waiting - 1 end
end
return waiting
