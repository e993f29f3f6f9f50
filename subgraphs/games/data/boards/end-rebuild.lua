--[[
  Ends a rebuild, if it is still this one that writes the board: a flush, or a pause that was longer than
  the claim, has taken part of what was written, and then the board is not known.

  KEYS[1..6] regions  as in regions.lua
  KEYS[7]    rebuild  whose turn it is
  KEYS[8]    known    there while the board is complete, as in add-scores.lua

  ARGV[1] whose rebuild ends
  ARGV[2] 1 when the board is complete
  ARGV[3] when Redis forgets the board (ms), 0 for never
]]
local rebuild, known = KEYS[7], KEYS[8]
if redis.call('GET', rebuild) ~= ARGV[1] then return 0 end
redis.call('DEL', rebuild)
if ARGV[2] == '1' then
  local filled = '1'
  for region = 1, REGIONS do filled = filled .. redis.call('EXISTS', KEYS[region]) end
  redis.call('SET', known, filled)
  local expires_at = tonumber(ARGV[3])
  if expires_at > 0 then redis.call('PEXPIREAT', known, expires_at) end
end
return 1
