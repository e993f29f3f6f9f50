--[[
  Ends a rebuild, if it is still this one that writes the board: a flush, or a pause that was longer than
  the claim, has taken part of what was written, and then the board is not known.

  KEYS[1] rebuild  whose turn it is
  KEYS[2] known    there while the board is complete

  ARGV[1] whose rebuild ends
  ARGV[2] 1 when the board is complete
  ARGV[3] when Redis forgets the board (ms), 0 for never
]]
if redis.call('GET', KEYS[1]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1])
if ARGV[2] == '1' then
  redis.call('SET', KEYS[2], 1)
  local expires_at = tonumber(ARGV[3])
  if expires_at > 0 then redis.call('PEXPIREAT', KEYS[2], expires_at) end
end
return 1
