--[[
  Gives leases back, those only that the member still holds.

  KEYS[1] members  zset
  KEYS[2] leases   hash

  ARGV[1]   member id
  ARGV[2]   1 when the member leaves the group for good
  ARGV[3..] partitions
]]
local members, leases, me = KEYS[1], KEYS[2], ARGV[1]

for i = 3, #ARGV do
  if redis.call('HGET', leases, ARGV[i]) == me then redis.call('HDEL', leases, ARGV[i]) end
end
if ARGV[2] == '1' then redis.call('ZREM', members, me) end
