--[[
  Ends a rebuild, if it is still this one that writes the board: a flush, or a pause that was longer than
  the claim, has taken part of what was written, and then the board is not known.

  KEYS[1..6] regions  as in regions.lua
  KEYS[7]    known    as in mark.lua
  KEYS[8]    reached  as in add-scores.lua
  KEYS[9]    rebuild  whose turn it is

  ARGV[1] whose rebuild ends
  ARGV[2] 1 when the board is complete
  ARGV[3] when Redis forgets the board (ms), 0 for never
]]
local rebuild = KEYS[9]
if redis.call('GET', rebuild) ~= ARGV[1] then return 0 end
redis.call('DEL', rebuild)
if ARGV[2] == '1' then
  local complete = '1'
  for place = 1, REACHED do complete = complete .. (is_there(place) and '1' or '0') end
  redis.call('SET', known, complete)
  local expires_at = tonumber(ARGV[3])
  if expires_at > 0 then redis.call('PEXPIREAT', known, expires_at) end
end
return 1
