--[[
  Writes a flash sale that is not known here as PostgreSQL has it. What was left of an older copy goes: half of the
  truth is none.

  KEYS as in claim-units.lua.

  ARGV[1] time to live (ms)   ARGV[2] starts (ms)   ARGV[3] ends (ms)   ARGV[4] limit per user
  ARGV[5] '1' when it was cancelled   ARGV[6] free units   ARGV[7] version
  ARGV[8..] order, user, units, key, content hash of those that hold units, again and again

  Returns 1 when it was written, 0 when it is known.
]]
local sale, claims, buyers, keys = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
if redis.call('HEXISTS', sale, 'version') == 1 then return 0 end

redis.call('DEL', unpack(KEYS))
for i = 8, #ARGV, 5 do
  local order, user, units, key, content = ARGV[i], ARGV[i + 1], ARGV[i + 2], ARGV[i + 3], ARGV[i + 4]
  redis.call('HSET', claims, order, user .. '|' .. units .. '|H|' .. key)
  redis.call('HINCRBY', buyers, user, units)
  redis.call('HSET', keys, user .. ':' .. key, order .. '|' .. content)
end
redis.call('HSET', sale, 'starts', ARGV[2], 'ends', ARGV[3], 'limit', ARGV[4], 'over', ARGV[5],
  'available', ARGV[6], 'version', ARGV[7], 'pending', 0)
for _, name in ipairs(KEYS) do redis.call('PEXPIRE', name, ARGV[1]) end
return 1
