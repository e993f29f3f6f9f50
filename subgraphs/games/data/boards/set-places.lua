--[[
  Writes players' points as PostgreSQL has them, unless something newer than what PostgreSQL knew has
  counted here.

  KEYS[1] board   zset  as in add-scores.lua
  KEYS[2..]       hash  a player to the 6 bytes of time, one key a player

  ARGV[1] when Redis forgets the keys (ms), 0 for never
  ARGV[2..] member, points (an empty string takes the player off), field of the player in the hash,
            the 6 bytes of the newest time that PostgreSQL knew of

  Returns 1 for each player that is as given now, 0 for each that has something newer.
]]
local board = KEYS[1]
local expires_at = tonumber(ARGV[1])
local answers = {}

for i = 2, #KEYS do
  local at = 2 + (i - 2) * 4
  local member, points, field, newest = ARGV[at], ARGV[at + 1], ARGV[at + 2], ARGV[at + 3]
  local number = string.sub(member, 7)
  local last = redis.call('HGET', KEYS[i], field)
  if last and last < newest then
    answers[#answers + 1] = 0
  else
    if last then redis.call('ZREM', board, last .. number) end
    if points == '' then
      redis.call('HDEL', KEYS[i], field)
    else
      redis.call('ZADD', board, points, member)
      redis.call('HSET', KEYS[i], field, string.sub(member, 1, 6))
      if expires_at > 0 then redis.call('PEXPIREAT', KEYS[i], expires_at) end
    end
    answers[#answers + 1] = 1
  end
end
if expires_at > 0 then redis.call('PEXPIREAT', board, expires_at) end
return answers
