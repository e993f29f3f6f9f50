--[[
  Where players stand on one board.

  KEYS[1] board   zset  as in add-scores.lua
  KEYS[2..]       hash  a player to the 6 bytes of time, one key a player

  ARGV[1..] 5 bytes of player number, field of the player in the hash

  Returns for each player the member, the points and the rank (from 0), or three times false.
]]
local board = KEYS[1]
local answers = {}
for i = 2, #KEYS do
  local at = 1 + (i - 2) * 2
  local last = redis.call('HGET', KEYS[i], ARGV[at + 1])
  local member = last and last .. ARGV[at]
  local points = member and redis.call('ZSCORE', board, member)
  answers[#answers + 1] = points and member
  answers[#answers + 1] = points
  answers[#answers + 1] = points and redis.call('ZREVRANK', board, member)
end
return answers
