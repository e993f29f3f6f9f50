--[[
  Tells a flash sale in Redis what PostgreSQL has decided: its free units as of a version, and what became of orders.
  Calls may arrive in any order, or twice.

  KEYS as in claim-units.lua.

  ARGV[1] free units   ARGV[2] version of that truth   ARGV[3] '1' when the sale was cancelled   ARGV[4] time to live (ms)
  ARGV[5..] order, what became of it, again and again. H: it holds its units; S: it is sold them, and in flight no
  more; R: it has none, or gave them back.

  Returns 1 when the sale is known here.
]]
local sale, claims, buyers, keys = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local expiries, queue, inflight = KEYS[5], KEYS[6], KEYS[7]
local version = tonumber(redis.call('HGET', sale, 'version'))
if not version then return 0 end

for i = 5, #ARGV, 2 do
  local order, became = ARGV[i], ARGV[i + 1]
  local user, units, state, key = string.match(redis.call('HGET', claims, order) or '', '^(.-)|(.-)|(.-)|(.*)$')
  if user then
    if state ~= 'H' then redis.call('HINCRBY', sale, 'pending', -units) end
    redis.call('ZREM', expiries, order)
    redis.call('ZREM', queue, order)
    if became == 'R' then
      redis.call('HDEL', claims, order)
      redis.call('HDEL', keys, user .. ':' .. key)
      if redis.call('HINCRBY', buyers, user, -units) <= 0 then redis.call('HDEL', buyers, user) end
    else
      redis.call('HSET', claims, order, user .. '|' .. units .. '|H|' .. key)
    end
  end
  if became ~= 'H' then redis.call('ZREM', inflight, order) end
end

if tonumber(ARGV[2]) > version then
  redis.call('HSET', sale, 'available', ARGV[1], 'version', ARGV[2], 'over', ARGV[3])
end
for _, name in ipairs(KEYS) do redis.call('PEXPIRE', name, ARGV[4]) end
return 1
