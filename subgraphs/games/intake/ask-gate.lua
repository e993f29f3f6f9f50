--[[
  Lets a game of each player pass, and the same one as often as it comes, until a time is over.

  KEYS[1] played   string  what the keys of all players begin with; a player's number is the rest, in the same slot

  ARGV[1] how long a player waits for the next game (ms)
  ARGV[2] when these games were handed in: 6 bytes
  ARGV[3] the games: id (16 bytes) and player number (5 bytes) of each

  Returns of each game that is not the first: its position (from 0), whether it is the same as the first (1 or 0),
  and when that was handed in: 6 bytes.
]]
local played, gap, now, games = KEYS[1], ARGV[1], ARGV[2], ARGV[3]
local RECORD = 21
local answers = {}
for position = 0, #games / RECORD - 1 do
  local id, high, low = struct.unpack('>c16BI4', games, position * RECORD + 1)
  local key = played .. string.format('%.0f', high * 4294967296 + low)
  local last = redis.call('SET', key, id .. now, 'PX', gap, 'NX', 'GET')
  if last then
    answers[#answers + 1] = position
    answers[#answers + 1] = string.sub(last, 1, 16) == id and 1 or 0
    answers[#answers + 1] = string.sub(last, 17)
  end
end
return answers
