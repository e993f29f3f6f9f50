--[[
  Where players stand on one board.

  KEYS[1..6] regions  as in regions.lua
  KEYS[7..]  reached  hash, as in add-scores.lua, one key a player

  ARGV[1]   the number of the region whose board it is, 0 for that of all
  ARGV[2..] 5 bytes of player number, field of the player in the hash

  Returns for each player the member, the points and the rank (from 0), or three times false.
]]
local wanted = tonumber(ARGV[1])
local answers = {}
for i = REGIONS + 1, #KEYS do
  local at = 2 + (i - REGIONS - 1) * 2
  local last = redis.call('HGET', KEYS[i], ARGV[at + 1])
  local region = last and string.byte(last, 7)
  local member, points, rank = false, false, false
  if region and (wanted == 0 or wanted == region) then
    member = string.sub(last, 1, 6) .. ARGV[at]
    points = redis.call('ZSCORE', KEYS[region], member)
    rank = points and redis.call('ZREVRANK', KEYS[region], member)
    if rank and wanted == 0 then rank = rank_among_all(region, rank, points, member) end
  end
  answers[#answers + 1] = points and member
  answers[#answers + 1] = points
  answers[#answers + 1] = rank
end
return answers
