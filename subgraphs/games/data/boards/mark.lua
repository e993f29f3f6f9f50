--[[
  What the mark of a group says: begins scripts that follow regions.lua.

  KEYS[7] known    there while the group is complete: 1, a digit a region, and one for `reached`, each 1 when there has
                   been something; so that a key that is gone is not taken for one that has never been
  KEYS[8] reached  as in add-scores.lua
]]
local known, reached = KEYS[7], KEYS[8]
local REACHED = REGIONS + 1
local mark = redis.call('GET', known)

local function key_at(place) return place == REACHED and reached or KEYS[place] end
local function is_there(place) return redis.call('EXISTS', key_at(place)) == 1 end
local function says_there(place) return string.sub(mark, place + 1, place + 1) == '1' end

-- An eviction has taken it: half of the truth is none.
local function is_lost(place) return says_there(place) and not is_there(place) end

local function note_there(place, is_now_there)
  if says_there(place) ~= is_now_there then
    redis.call('SETRANGE', known, place, is_now_there and '1' or '0')
    mark = redis.call('GET', known)
  end
end
